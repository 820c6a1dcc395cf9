package org.vinculum.itests.machines.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.itests.machines.Traffic;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapReport;

/// Another model takes over while guests map, unmap, fault and let their devices write.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SwapUnderTrafficTests {
    private static final String SMMU = "/smmu0";
    private static final int ROUNDS = 4;

    @Test
    void guestsNoticeNothing() throws InterruptedException {
        try (TestedMachine machine = Pool.machine(Pool.NAMES.getFirst())) {
            Traffic one = new Traffic(machine, machine.guest("guest1").with(1, 0, 5), 0, 5);
            Traffic other = new Traffic(machine, machine.guest("guest2").with(1, 0, 6), 0, 6);
            int swaps = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (String next : Pool.NAMES) {
                    SwapReport report = machine.machine.swap(SMMU, next);
                    assertThat(report.to()).isEqualTo(next);
                    assertThat(report.pauseNanos()).isPositive();
                    swaps++;
                    one.goesOn(3);
                    other.goesOn(3);
                }
            }
            one.stop();
            other.endsWithNothingLost();
            one.endsWithNothingLost();
            assertThat(machine.commandErrors()).isZero();
            assertThat(machine.machine.models().getFirst().swaps()).isEqualTo(swaps);
            assertThat(machine.machine.models().getFirst().model()).isEqualTo(Pool.NAMES.getLast());
            List<SwapRecord> records = machine.machine.swaps();
            assertThat(records)
                    .hasSize(swaps)
                    .allMatch(record -> record.outcome() == SwapRecord.Outcome.DONE);
        }
    }
}
