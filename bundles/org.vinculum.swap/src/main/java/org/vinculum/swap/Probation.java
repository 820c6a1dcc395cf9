package org.vinculum.swap;

import java.util.List;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SavedState;
import org.vinculum.swap.probation.OpenStalls;
import org.vinculum.swap.probation.SeenRegisters;
import org.vinculum.swap.probation.WatchedModel;

/// The time after a swap in which the predecessor can still take over again.
final class Probation {
    private final Occupant before;
    private final Occupant now;
    private final SavedState atSwap;
    private final OpenStalls stalls;
    private final SeenRegisters registers;
    private final WatchedModel watched;

    Probation(Occupant before, Occupant now, SavedState atSwap, long frameSize) {
        this.before = before;
        this.now = now;
        this.atSwap = atSwap;
        stalls = new OpenStalls(atSwap.stalled());
        registers = new SeenRegisters(now.registers());
        watched =
                new WatchedModel(
                        now.contender().title(), now.model(), frameSize, stalls, registers);
        now.reach().watch(stalls);
    }

    /// What calls go through meanwhile.
    IommuModel watched() {
        return watched;
    }

    boolean failed() {
        return watched.failure() != null;
    }

    /// Nobody counts any more.
    void end() {
        now.reach().watch(null);
    }

    /// Who stood there before, made anew or as it was left.
    Occupant before() {
        return before;
    }

    /// The state in which things are, without asking the model for it: as it was at the swap, with what software has done since
    /// and how far the model has come, as far as its registers can be read or were seen.
    SavedState pieced(Handover handover) {
        handover.tryTo(now.contender(), () -> registers.moved(now.model()));
        return registers.over(atSwap, stalls.before());
    }

    /// As the failed model gives it itself, but no other transactions than those that wait.
    ///
    /// @throws SwapRefusedException when it does not, or what it gives cannot be so
    SavedState given(Handover handover) {
        SavedState state = handover.saved(now.contender(), now.model());
        List<String> others = registers.contradicted(state);
        if (!others.isEmpty()) {
            throw new SwapRefusedException(
                    List.of(
                            now.contender().title()
                                    + " gave other values than software had left in "
                                    + String.join(", ", others)
                                    + "."));
        }
        return stalls.confirmed(state);
    }

    /// Sends the transactions to try again that wait and are not in a state.
    void retry(SavedState state, IommuSurroundings around) {
        stalls.notIn(state).forEach(one -> one.retry(around.endpoints()));
    }
}
