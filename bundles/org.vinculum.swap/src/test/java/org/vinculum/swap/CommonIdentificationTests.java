package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.swap.fake.Engine;
import org.vinculum.swap.fake.FakeFactory;

class CommonIdentificationTests {
    private static Map<String, Long> of(String... names) {
        List<IommuModelFactory> pool = Stream.of(names).map(Engine::factory).toList();
        return CommonIdentification.of(pool);
    }

    @Test
    void aModelAloneHasAllOfItsOwn() {
        assertThat(of("qemu-9.2"))
                .containsEntry("IDR0", 0x0d44_101bL)
                .containsEntry("IDR1", 0x0273_0010L)
                .containsEntry("IDR3", 0x1414L)
                .containsEntry("IDR5", 0x74L);
    }

    @Test
    void ofSizesTheSmallestCounts() {
        Map<String, Long> common = of("smmuv3-3.2", "mmu-600-r2p0");

        assertThat(common.get("IDR1") & 0x3f).isEqualTo(24);
        assertThat(common.get("IDR5") & 0x7).isEqualTo(5);
        assertThat(common.get("IDR5") >>> 16).isEqualTo(128);
        assertThat(common.get("IDR3")).isEqualTo(0x1cL);
    }

    @Test
    void whatOneDecidesTheOthersFollow() {
        Map<String, Long> common = of("smmuv3-3.2", "mmu-600-r2p0");

        assertThat(common.get("IDR0") >>> 21 & 3).isEqualTo(2);
        assertThat(common.get("IDR0") >>> 26 & 1).isEqualTo(1);
    }

    @Test
    void whereOneOnlyTerminatesNothingStalls() {
        Map<String, Long> common = of("smmuv3-3.2", "thunderx2");

        assertThat(common.get("IDR0") >>> 24 & 3).isEqualTo(1);
        assertThat(common.get("IDR5") >>> 16).isZero();
    }

    @Test
    void enhancedQueuesAreThereOnlyWhereAllHaveThem() {
        assertThat(of("smmuv3-3.3").get("IDR6")).isNotZero();
        assertThat(of("smmuv3-3.3", "smmuv3-3.2").get("IDR6")).isZero();
    }

    @Test
    void whatContradictsItselfIsRefusedWithTheReason() {
        var forced = new FakeFactory("forced");
        forced.identification.put("IDR0", 0x0201_201bL);
        var terminates = new FakeFactory("terminates");
        terminates.identification.put("IDR0", 0x0101_201bL);
        terminates.identification.put("IDR5", 0x25L);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommonIdentification.of(List.of(forced, terminates)))
                .withMessageContaining("IDR0.STALL_MODEL is different: {2=forced, 1=terminates}.")
                .withMessageContaining("no granule");
    }

    @Test
    void anEmptyPoolHasNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> CommonIdentification.of(List.of()));
    }
}
