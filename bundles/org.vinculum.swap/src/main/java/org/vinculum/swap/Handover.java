package org.vinculum.swap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;

/// Takes the state out of one model and puts it into another, each within the deadline, and neither on the caller's thread.
final class Handover {
    /// What goes wrong at once when it is not as software has left it.
    private static final List<String> TO_COMPARE =
            List.of("CR0", "CMDQ_PROD", "CMDQ_CONS", "EVENTQ_CONS", "PRIQ_CONS");

    private final String place;
    private final SwapSettings settings;

    Handover(String place, SwapSettings settings) {
        this.place = place;
        this.settings = settings;
    }

    /// @throws SwapRefusedException when it does not give it
    SavedState saved(Contender contender, IommuModel model) {
        return call("save", contender, () -> state(contender, model));
    }

    /// One more model.
    ///
    /// @throws SwapRefusedException when it is not made
    Occupant made(Contender contender, Callable<Occupant> maker) {
        return call("make", contender, maker);
    }

    /// Does what need not succeed.
    void tryTo(Contender contender, Runnable what) {
        try {
            call("look", contender, Executors.callable(what));
        } catch (SwapRefusedException _) {
            // what is known without it has to do
        }
    }

    /// Saves and restores in one.
    ///
    /// @param thread that does it
    /// @throws SwapRefusedException when it does not come about; `next` must not be used then
    SavedState handOver(Occupant old, Occupant next, IommuSurroundings around, Executor thread) {
        return call(
                "hand over",
                next.contender(),
                () -> {
                    SavedState state = state(old.contender(), old.model());
                    take(next, state, around);
                    return state;
                },
                thread);
    }

    /// @throws SwapRefusedException when it does not take it; `next` must not be used then
    void restored(Occupant next, SavedState state, IommuSurroundings around) {
        call(
                "restore",
                next.contender(),
                () -> {
                    take(next, state, around);
                    return state;
                });
    }

    private <T> T call(String what, Contender who, Callable<T> work) {
        String name = name(what);
        return call(what, who, work, task -> ReadyThread.started(name, task));
    }

    private String name(String what) {
        return "swap " + place + ": " + what;
    }

    private <T> T call(String what, Contender who, Callable<T> work, Executor thread) {
        try {
            return Deadline.call(name(what), settings.deadline(), work, thread);
        } catch (TimeoutException late) {
            throw new SwapRefusedException(
                    "%s: %s was not done within %d ms."
                            .formatted(who.title(), what, settings.deadline().toMillis()),
                    late);
        } catch (ExecutionException failed) {
            throw Failures.refusal(who, "failed to " + what, failed.getCause());
        }
    }

    private static SavedState state(Contender who, IommuModel model) {
        try {
            SavedState state = model.save();
            if (state == null) {
                throw new SwapRefusedException(List.of(who.title() + " gave no state."));
            }
            return state;
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            throw Failures.refusal(who, "failed to give its state", failed);
        }
    }

    /// Puts a state into a model, on the caller's thread, and looks whether it is there.
    ///
    /// @throws SwapRefusedException when something of it is not there
    static void take(Occupant next, SavedState state, IommuSurroundings around) {
        next.reach().hold(around);
        next.model().restore(state);
        compare(next, state);
    }

    private static void compare(Occupant next, SavedState state) {
        List<String> reasons = new ArrayList<>();
        SavedState taken = state(next.contender(), next.model());
        for (String name : TO_COMPARE) {
            if (taken.register(name) != state.register(name)) {
                reasons.add(
                        "%s made 0x%x of %s 0x%x."
                                .formatted(
                                        next.contender().title(),
                                        taken.register(name),
                                        name,
                                        state.register(name)));
            }
        }
        if (!waiting(taken).containsAll(waiting(state))) {
            reasons.add(next.contender().title() + " has lost stalled transactions.");
        }
        if (!reasons.isEmpty()) {
            throw new SwapRefusedException(reasons);
        }
    }

    /// Those that software knows of; others may have been sent to try again.
    private static Set<Long> waiting(SavedState state) {
        Set<Long> waiting = new HashSet<>();
        for (Stalled one : state.stalled()) {
            if (!one.event().isEmpty()) {
                waiting.add((long) one.streamId() << 16 | one.stag());
            }
        }
        return waiting;
    }
}
