package org.vinculum.itests.linux.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.itests.linux.profile.Matrix;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.live.LiveReport;

/// A stock driver and all tests of its guest, while models take turns behind its SMMU.
class SwapTests {
    private static final String ALL = "PASS 15 tests";

    // mode, one model, the other, address bits that the driver says
    static List<Arguments> turns() {
        return Matrix.of(
                """
                + physical | smmuv3-3.0   | smmuv3-3.2   | 48
                  physical | smmuv3-3.3   | smmuv3-3.0   | 48
                  physical | mmu-600-r2p0 | mmu-700-r1p1 | 48
                  physical | hi161x       | smmuv3-3.3   | 44
                  virtual  | smmuv3-3.0   | smmuv3-3.2   | 48
                + virtual  | mmu-600-r2p0 | mmu-700-r1p1 | 48
                  virtual  | smmuv3-3.3   | qemu-9.2     | 44
                """);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("turns")
    void aGuestPassesWhileModelsTakeTurns(String mode, String model, String other, String bits)
            throws InterruptedException {
        var guest = new SwappedGuest(mode, model, other);

        LiveReport report = guest.run("vinculum.oas=" + bits);

        assertThat(report.verdict()).as(guest.printed()).isEqualTo(ALL);
        assertThat(SwappedGuest.count(report, "swaps refused")).isZero();
        assertThat(SwappedGuest.count(report, "swaps of a model")).isGreaterThan(10);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "virtual  | smmuv3-3.2 | mmu-600-r0p0 | mmu-600-r0p0 has erratum 1209401",
                "virtual  | smmuv3-3.2 | mmu-700-r0p0 | mmu-700-r0p0 has erratum 2268618",
                "virtual  | smmuv3-3.2 | thunderx2    | thunderx2 has the erratum ONE_INTERRUPT",
                "physical | smmuv3-3.2 | thunderx2    | thunderx2 has the erratum"
                        + " INDEXES_ON_PAGE_0",
                "physical | smmuv3-3.2 | hi161x       | hi161x has the erratum PREFETCH_BREAKS"
            })
    void whatCannotBeIsRefusedBeforeTheGuestStarts(
            String mode, String model, String other, String reason) {
        var guest = new SwappedGuest(mode, model, other);

        assertThatThrownBy(() -> guest.run(""))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContaining(reason);
        assertThat(guest.printed()).doesNotContain("QEMU ");
    }
}
