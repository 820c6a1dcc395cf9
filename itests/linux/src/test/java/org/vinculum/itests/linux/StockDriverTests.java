package org.vinculum.itests.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.live.LiveReport;

/// Debian's kernels, unchanged, with their own driver on our SMMUs.
class StockDriverTests {
    // The number is here so that none can be skipped unseen.
    private static final String ALL = "PASS 15 tests";

    private final TestedGuest guest = new TestedGuest();

    @ParameterizedTest(name = "{0}, processors: {1}")
    @CsvSource({"virtual, 1", "virtual, 2", "physical, 1", "physical, 2"})
    void theDriverWorksInEachMode(String mode, int processors) throws InterruptedException {
        LiveReport report = guest.run(mode, processors, DebianKernel.named("cloud"), "");

        assertThat(report.verdict()).as(guest.printed()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "6.12", "6.12-16k"})
    void otherKernelsWorkToo(String kernel) throws InterruptedException {
        LiveReport report = guest.run(SmmuMode.VIRTUAL, 2, DebianKernel.named(kernel), "");

        assertThat(report.verdict()).as(guest.printed()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stageTwoAloneTranslatesWhereTheGuestHasBoth(int processors) throws InterruptedException {
        LiveReport report =
                guest.run(
                        SmmuMode.PHYSICAL,
                        processors,
                        DebianKernel.named("cloud"),
                        "vinculum.tests=nesting");

        assertThat(report.verdict()).as(guest.printed()).isEqualTo("PASS 1 tests");
    }
}
