package org.vinculum.itests.linux.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.firmware.InputFile;
import org.vinculum.itests.linux.SmmuMode;
import org.vinculum.live.LiveReport;
import org.vinculum.scenario.model.ScenarioResult;

/// What a stock driver does to our SMMUs, traced: the trace says nothing else than the SMMU did, and a model on its own does
/// the same again.
class TraceTests {
    private static final String TESTS =
            "probe,copy,lengths,reports,unmapped-read,unmapped-write,read-only,after-unmap,streams,msi";

    private final TracedGuest guest = new TracedGuest();

    @ParameterizedTest(name = "{0}, processors: {1}")
    @CsvSource({"virtual, 1", "virtual, 2", "physical, 1", "physical, 2"})
    void aTraceOfEachModeReplays(String mode, int processors) throws InterruptedException {
        LiveReport report = guest.run(mode, processors, Map.of(), TESTS);

        assertThat(report.verdict()).as(guest.printed()).isEqualTo("PASS 10 tests");
        assertThat(guest.printed())
                .containsPattern("arm-smmu-v3 [0-9a-f]+\\.\\S+: ias 48-bit, oas 48-bit")
                .containsPattern("pci 0001:00:00\\.0: Adding to iommu group \\d+")
                .containsPattern("pci 0001:00:01\\.0: Adding to iommu group \\d+");
        assertWholeAndWithoutDifference(report);
        assertReplays();
    }

    @Test
    void aTraceOfStageTwoAloneReplays() throws InterruptedException {
        LiveReport report = guest.run(SmmuMode.PHYSICAL, 2, Map.of(), "probe,nesting");

        assertThat(report.verdict()).as(guest.printed()).isEqualTo("PASS 2 tests");
        assertWholeAndWithoutDifference(report);
        assertReplays();
    }

    @ParameterizedTest
    @CsvSource({"virtual", "physical"})
    void aTraceOfQueuesThatWrapReplays(String mode) throws InterruptedException {
        LiveReport report = guest.run(mode, 2, Map.of("IDR1", 0x00e7_0010L), "probe,cycles");

        assertThat(report.verdict()).as(guest.printed()).isEqualTo("PASS 2 tests");
        assertThat(TracedGuest.count(report, "commands SYNC")).isGreaterThan(256);
        assertWholeAndWithoutDifference(report);
        assertReplays();
    }

    @ParameterizedTest
    @CsvSource({"physical, smmuv3-3.0"})
    void aTraceAcrossSwapsIsThatOfOneModel(String mode, String other) throws InterruptedException {
        LiveReport report = guest.run(mode, 2, Map.of(), TESTS, Optional.of(other));

        assertThat(report.verdict()).as(guest.printed()).isEqualTo("PASS 10 tests");
        assertThat(TracedGuest.count(report, "swaps of a model")).isGreaterThan(5);
        assertWholeAndWithoutDifference(report);
        assertReplays();
    }

    private void assertWholeAndWithoutDifference(LiveReport report) {
        assertThat(TracedGuest.count(report, "traces that ended early")).as(guest.told()).isZero();
        assertThat(TracedGuest.count(report, "differences between trace and SMMU"))
                .as(guest.told())
                .isZero();
        assertThat(TracedGuest.count(report, "bytes of the trace"))
                .isEqualTo(guest.trace().length)
                .isBetween(10_000L, (long) InputFile.DEFAULT_CAP);
    }

    private void assertReplays() {
        assertPassed(Replay.play(guest.trace()));
        assertPassed(Replay.playWithoutCaches(guest.trace()));
    }

    private static void assertPassed(List<ScenarioResult> results) {
        assertThat(results)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.mismatch()).isEmpty();
                    assertThat(result.model()).isEqualTo(TracedGuest.PROFILE);
                });
    }
}
