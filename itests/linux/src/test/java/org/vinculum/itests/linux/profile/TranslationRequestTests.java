package org.vinculum.itests.linux.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.live.LiveReport;

/// Devices that ask for translations and keep them (ATS): Linux 6.12 lets them where the device tree does, and invalidates.
class TranslationRequestTests {
    private static final String ATC_INV = "commands ATC_INV";

    static List<Arguments> modes() {
        return Matrix.of(
                """
                + physical
                + virtual
                """);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void linuxInvalidatesWhatDevicesKeep(String mode) throws InterruptedException {
        var guest =
                new ProfiledGuest(mode)
                        .kernel("6.12")
                        .tests("probe,copy,reports,after-unmap,cycles,msi,quiet");

        LiveReport report = guest.run();

        assertThat(report.verdict()).as(guest::printed).isEqualTo("PASS 7 tests");
        // One at least for each cycle that unmaps.
        assertThat(count(report)).isGreaterThan(1000);
    }

    private static long count(LiveReport report) {
        return report.counts().stream()
                .filter(count -> count.what().equals(ATC_INV))
                .mapToLong(count -> count.value())
                .sum();
    }

    static List<Arguments> mutants() {
        return Matrix.of(
                """
                + physical | after-unmap
                  physical | cycles
                  virtual  | after-unmap
                  virtual  | cycles
                """);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("mutants")
    void aDeviceThatIsNotToldIsCaught(String mode, String test) throws InterruptedException {
        var guest =
                new ProfiledGuest(mode)
                        .kernel("6.12")
                        .parts(ForgottenInvalidations.parts())
                        .tests("probe," + test);

        assertThat(guest.run().verdict()).as(guest::printed).startsWith("FAIL " + test);
    }
}
