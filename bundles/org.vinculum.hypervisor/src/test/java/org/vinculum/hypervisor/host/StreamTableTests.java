package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.domain.StreamSetting;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;

class StreamTableTests {
    private static final long TWO_LEVELS = 0x080d_361bL;
    private static final long LINEAR = 0x000d_361bL;

    private static HostBench bench(long idr0, long idr1) {
        return HostBench.started("smmuv3-3.2", Map.of("IDR0", idr0, "IDR1", idr1));
    }

    @ParameterizedTest
    @CsvSource({
        // ID bits, two levels, register, highest stream
        "8, true, 8, ff",
        "9, true, 10209, 1ff",
        "16, true, 10210, ffff",
        "25, true, 10219, 1ffffff",
        "26, true, 1029a, 3ffffff",
        "32, true, 1029b, 7ffffff",
        "6, false, 6, 3f",
        "16, false, 10, ffff"
    })
    void itCoversWhatTheSmmuHasInTheLevelsThatItHas(
            int bits, boolean twoLevels, String register, String highest) {
        var bench = bench(twoLevels ? TWO_LEVELS : LINEAR, 0x0e73_5500L | bits);
        var last = new StreamId((int) Long.parseLong(highest, 16));
        bench.put(HostBench.TABLES + 8, 0x4000_0000L | 0x7fd);

        assertThat(bench.model.read(0x88, 4)).isEqualTo(Long.parseLong(register, 16));
        assertThat(bench.driver.has(last)).isTrue();
        assertThat(bench.driver.has(new StreamId(last.value() + 1))).isFalse();
        bench.domain(5, last.value()).configure(last, new StreamSetting.Bypass());
        assertThat(
                        bench.driver.translate(
                                last.value(), -1, 0x4000_0000L, Access.READ, new Outcome()))
                .isEqualTo(0x4000_0000L);
    }

    @Test
    void aStreamThatIsNotThereCannotBeAssigned() {
        var bench = bench(TWO_LEVELS, 0x0e73_5510L);
        var domain = bench.domain(5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.driver.assign(new StreamId(0x1_0000), domain, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.driver.assign(new StreamId(-1), domain, false));
    }

    @Test
    void aDomainOfAnotherSmmuIsNoOwner() {
        var bench = bench(TWO_LEVELS, 0x0e73_5510L);
        var other = HostBench.started("smmuv3-3.2").domain(5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.driver.assign(new StreamId(1), other, false));
    }
}
