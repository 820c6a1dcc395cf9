package org.vinculum.hypervisor.stage2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

class AddressSizesTest {
    private static final int[] SIZES = {32, 36, 40, 42, 44, 48};
    private static final long PAGE = 0x1000;

    private final TestedMachine machine = new TestedMachine(64 << 20);

    @AfterEach
    void close() {
        machine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "smmuv3-3.0, 0x01000070, 32",
        "smmuv3-3.0, 0x01000071, 36",
        "smmuv3-3.0, 0x01000072, 40",
        "smmuv3-3.2, 0x01000073, 42",
        "smmuv3-3.2, 0x01000074, 44",
        "smmuv3-3.2, 0x01000075, 48",
        "smmuv3-3.2, 0x01000476, 48"
    })
    void everySizeOfAGuestThatAnSmmuCanHaveIsWalkedFromEndToEnd(
            String profile, String idr5, int most) {
        var smmu =
                new WalkingSmmu(machine.memory, profile, Map.of("IDR5", (long) Long.decode(idr5)));
        var hosts = Stage2Capabilities.of(List.of(smmu.hardware()));
        assertThat(hosts.outputBits()).isEqualTo(most);
        for (int bits : SIZES) {
            if (bits <= most) {
                walk(smmu, hosts, bits);
            }
        }
    }

    private void walk(WalkingSmmu smmu, Stage2Capabilities hosts, int bits) {
        long last = (1L << bits) - PAGE;
        long end = (1L << hosts.outputBits()) - PAGE;
        try (var table = new Stage2Table(machine.memory, bits, hosts, Invalidation.NONE)) {
            table.map(0, end, PAGE, true);
            table.map(last, 0, PAGE, true);
            smmu.translateBy(table.named(bits));

            assertThat(smmu.translate(0x8, Access.READ)).isEqualTo(end + 0x8);
            assertThat(smmu.translate(last + 0x10, Access.WRITE)).isEqualTo(0x10);
            assertThat(smmu.translate(PAGE, Access.READ)).isEqualTo(Outcome.ABORT);
        }
    }
}
