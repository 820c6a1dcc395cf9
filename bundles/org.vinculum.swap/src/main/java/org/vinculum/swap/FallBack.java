package org.vinculum.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SavedState;
import org.vinculum.swap.around.RevocableSurroundings;

/// Lets the predecessor of a model that has failed take over again: best with the state that the failed one gives, made anew
/// by its maker; else with what is known of the state, or as the very object that stood there before.
final class FallBack {
    private final Probation failed;
    private final Handover handover;
    private final Shown shown;
    private final IommuSurroundings around;
    private final List<String> reasons = new ArrayList<>();

    FallBack(Probation failed, Handover handover, Shown shown, IommuSurroundings around) {
        this.failed = failed;
        this.handover = handover;
        this.shown = shown;
        this.around = around;
    }

    /// Who has taken over, and what.
    record Done(Occupant occupant, SavedState state) {}

    /// @throws SwapRefusedException when nobody takes over
    Done run() {
        List<Supplier<SavedState>> states =
                List.of(() -> failed.given(handover), () -> failed.pieced(handover));
        for (Supplier<SavedState> one : states) {
            Done done = with(one);
            if (done != null) {
                failed.retry(done.state(), around);
                return done;
            }
        }
        throw new SwapRefusedException(reasons);
    }

    private Done with(Supplier<SavedState> source) {
        SavedState state;
        try {
            state = source.get();
        } catch (SwapRefusedException refused) {
            reasons.addAll(refused.reasons());
            return null;
        }
        Done anew = by(this::again, state);
        return anew != null ? anew : by(this::asBefore, state);
    }

    private Done by(Supplier<Occupant> who, SavedState state) {
        Occupant next = null;
        try {
            next = who.get();
            handover.restored(next, state, around);
            return new Done(next, state);
        } catch (SwapRefusedException refused) {
            reasons.addAll(refused.reasons());
            if (next != null) {
                next.reach().revoke();
            }
            return null;
        }
    }

    /// Out of sight it forgets what waited when it stood there, lest devices be told that it ends.
    private Occupant asBefore() {
        Occupant before = failed.before();
        return handover.made(
                before.contender(),
                () -> {
                    before.model().restore(shown.claims());
                    before.reach().renew();
                    return before;
                });
    }

    private Occupant again() {
        Contender contender = failed.before().contender();
        var reach = new RevocableSurroundings();
        return handover.made(
                contender,
                () -> {
                    var model =
                            contender
                                    .factory()
                                    .create(reach.surroundings(), shown.identification());
                    return new Occupant(contender, model, reach, shown.registers(model));
                });
    }
}
