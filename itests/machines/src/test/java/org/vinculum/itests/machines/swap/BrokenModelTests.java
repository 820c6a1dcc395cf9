package org.vinculum.itests.machines.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.itests.machines.Traffic;
import org.vinculum.itests.machines.swap.BrokenModel.Fault;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapRefusedException;

/// Models that fail while they take over, or soon after: guests notice nothing, and people are told.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenModelTests {
    private static final String SMMU = "/smmu0";
    private static final String RIGHT = "smmuv3-3.1";
    private static final String BROKEN = "smmuv3-3.2";

    private final Shelf shelf = Shelf.with(RIGHT).hurried(500);
    private final TestedMachine machine = shelf.machine(RIGHT, Map.of());
    private final Traffic traffic =
            new Traffic(machine, machine.guest("guest1").with(1, 0, 5), 0, 5);

    @AfterEach
    void close() {
        machine.close();
    }

    private BrokenModel bring(Fault fault) {
        return (BrokenModel) shelf.add(new BrokenModel(BROKEN, fault), "2.0");
    }

    private SwapRecord last() {
        return machine.machine.swaps().getLast();
    }

    private String inPlace() {
        return machine.machine.models().getFirst().model();
    }

    @Test
    void oneThatThrowsWhenItTakesOverIsRefused() throws InterruptedException {
        bring(Fault.RESTORE_THROWS);

        assertThatThrownBy(() -> machine.machine.swap(SMMU, BROKEN))
                .isInstanceOf(SwapRefusedException.class)
                .hasMessageContaining("smmuv3-3.2 2.0 failed to")
                .hasMessageContaining("broken");

        assertThat(inPlace()).isEqualTo(RIGHT);
        assertThat(last().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(last().pauseNanos()).isPositive();
        traffic.goesOn(5);
        traffic.endsWithNothingLost();
    }

    @Test
    void oneThatHangsWhenItTakesOverIsRefusedInTime() throws InterruptedException {
        BrokenModel broken = bring(Fault.RESTORE_HANGS);

        assertThatThrownBy(() -> machine.machine.swap(SMMU, BROKEN))
                .isInstanceOf(SwapRefusedException.class)
                .hasMessageContaining("500 ms");

        traffic.goesOn(5);
        broken.enough.countDown();
        traffic.goesOn(5);
        assertThat(inPlace()).isEqualTo(RIGHT);
        traffic.endsWithNothingLost();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSLATE_THROWS", "TRANSLATE_DOES_NOT_LINK", "PROCESS_THROWS"})
    void theOldOneTakesOverAgainFromOneThatFails(Fault fault) throws InterruptedException {
        bring(fault);

        machine.machine.swap(SMMU, BROKEN);
        traffic.goesOn(5);

        assertThat(inPlace()).isEqualTo(RIGHT);
        assertThat(last().outcome()).isEqualTo(Outcome.FELL_BACK);
        assertThat(last().from()).isEqualTo("smmuv3-3.2 2.0");
        assertThat(last().to()).isEqualTo("smmuv3-3.1 1.0");
        assertThat(last().reason()).contains("broken");
        assertThat(machine.machine.models().getFirst().swaps()).isEqualTo(2);
        assertThat(machine.machine.swaps()).hasSize(2);
        traffic.endsWithNothingLost();
    }

    @Test
    void oneThatHasFailedIsNotTriedAgainByItself() throws InterruptedException {
        bring(Fault.TRANSLATE_THROWS);
        machine.machine.swap(SMMU, BROKEN);
        traffic.goesOn(5);
        shelf.look();

        traffic.goesOn(5);
        assertThat(machine.machine.swaps()).hasSize(2);

        shelf.add(new BrokenModel(BROKEN, Fault.NOTHING), "3.0");
        while (!inPlace().equals(BROKEN)) {
            traffic.goesOn(1);
        }
        traffic.endsWithNothingLost();
    }
}
