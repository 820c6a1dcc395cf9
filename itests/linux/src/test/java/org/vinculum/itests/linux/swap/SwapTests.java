package org.vinculum.itests.linux.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.live.LiveReport;

/// A stock driver and all tests of its guest, while models take turns behind its SMMU.
class SwapTests {
    private static final String ALL = "PASS 15 tests";

    static List<Arguments> pairs() {
        return List.of(
                Arguments.of("physical", "smmuv3-3.0", "smmuv3-3.2"),
                Arguments.of("physical", "mmu-600-r2p0", "mmu-700-r1p1"));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("pairs")
    void aGuestPassesWhileModelsTakeTurns(String mode, String model, String other)
            throws InterruptedException {
        var guest = new SwappedGuest(mode, model, other);

        LiveReport report = guest.run("");

        assertThat(report.verdict()).as(guest.printed()).isEqualTo(ALL);
        assertThat(SwappedGuest.count(report, "swaps refused")).isZero();
        assertThat(SwappedGuest.count(report, "swaps of a model")).isGreaterThan(10);
    }
}
