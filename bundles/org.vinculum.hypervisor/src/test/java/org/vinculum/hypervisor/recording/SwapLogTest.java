package org.vinculum.hypervisor.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapReport;

class SwapLogTest {
    private final SwapLog log = new SwapLog();

    @Test
    void attemptsAreNumberedInTheirOrder() {
        log.done(new SwapReport("/smmu@1", "a 1.0", "b 2.0", 1234, 3));
        log.failed("g/0", "b 2.0", "c 1.0", Outcome.REFUSED, "It lacks CD2L.", 0);

        assertThat(log.latest())
                .containsExactly(
                        new SwapRecord(1, "/smmu@1", "a 1.0", "b 2.0", Outcome.DONE, "", 1234),
                        new SwapRecord(
                                2, "g/0", "b 2.0", "c 1.0", Outcome.REFUSED, "It lacks CD2L.", 0));
    }

    @Test
    void theOldestIsForgottenWhenThereAreTooMany() {
        for (int i = 0; i <= SwapLog.KEPT; i++) {
            log.done(new SwapReport("/smmu@1", "a", "b", i, 0));
        }

        assertThat(log.latest()).hasSize(SwapLog.KEPT);
        assertThat(log.latest().getFirst().number()).isEqualTo(2);
        assertThat(log.latest().getLast().number()).isEqualTo(SwapLog.KEPT + 1);
    }
}
