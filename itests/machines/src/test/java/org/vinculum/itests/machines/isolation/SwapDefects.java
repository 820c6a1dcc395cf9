package org.vinculum.itests.machines.isolation;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.swap.Contender;

/// What mutants of the swap do in place of the right thing.
public final class SwapDefects {
    /// Longer than anything else takes while transactions are held.
    private static final long LONG_NANOS = 2_000_000;

    private static final int ONE_IN = 3;
    private static final int OVFLG = 1 << 31;
    private static final Map<Object, IommuModel> FIRST = new IdentityHashMap<>();

    private SwapDefects() {}

    /// Transactions that wait are forgotten.
    public static SavedState withoutStalls(Contender who, IommuModel model) {
        SavedState state = model.save();
        return with(state, state.registers(), List.of());
    }

    /// Each transaction that waits does so under two names.
    public static SavedState stallsTwice(Contender who, IommuModel model) {
        SavedState state = model.save();
        List<Stalled> twice = new ArrayList<>(state.stalled());
        for (Stalled one : state.stalled()) {
            twice.add(named(one, one.stag() ^ 0x4000, one.event()));
        }
        return with(state, state.registers(), twice);
    }

    /// Software has been told of no transaction that waits.
    public static SavedState stallsUntold(Contender who, IommuModel model) {
        SavedState state = model.save();
        List<Stalled> untold = new ArrayList<>();
        for (Stalled one : state.stalled()) {
            untold.add(named(one, one.stag(), List.of()));
        }
        return with(state, state.registers(), untold);
    }

    private static Stalled named(Stalled one, int stag, List<Long> event) {
        return new Stalled(
                one.streamId(), one.substreamId(), one.address(), one.access(), stag, event);
    }

    /// The next command is not done.
    public static SavedState commandSkipped(Contender who, IommuModel model) {
        SavedState state = model.save();
        long indexes = (2L << (state.register("CMDQ_BASE") & 0x1f)) - 1;
        return changed(state, "CMDQ_CONS", cons -> cons & ~indexes | cons + 1 & indexes);
    }

    /// Events that software has not read are overwritten.
    public static SavedState eventsForgotten(Contender who, IommuModel model) {
        SavedState state = model.save();
        long read = state.register("EVENTQ_CONS") & ~OVFLG;
        return changed(state, "EVENTQ_PROD", prod -> prod & OVFLG | read);
    }

    /// Nobody knows any more that events have been lost.
    public static SavedState overflowForgotten(Contender who, IommuModel model) {
        return changed(model.save(), "EVENTQ_PROD", prod -> prod & ~OVFLG);
    }

    public static SavedState errorsForgotten(Contender who, IommuModel model) {
        return changed(model.save(), "GERROR", _ -> 0);
    }

    private static SavedState changed(SavedState state, String name, LongUnaryOperator change) {
        SortedMap<String, Long> registers = new TreeMap<>(state.registers());
        registers.computeIfPresent(name, (_, value) -> change.applyAsLong(value) & 0xffff_ffffL);
        return with(state, registers, state.stalled());
    }

    private static SavedState with(
            SavedState state, SortedMap<String, Long> registers, List<Stalled> stalled) {
        return new SavedState(
                state.kind(), state.version(), state.model(), registers, stalled, state.more());
    }

    /// Takes its time between saving and restoring.
    public static SavedState slowly(Contender who, IommuModel model) {
        SavedState state = model.save();
        LockSupport.parkNanos(LONG_NANOS);
        return state;
    }

    /// Takes its time between the beginning of a transaction and its translation, now and then.
    public static long late(
            Object place,
            int streamId,
            int substreamId,
            long address,
            int access,
            Outcome outcome) {
        if (ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
            LockSupport.parkNanos(LONG_NANOS);
        }
        return ((IommuModel) place).translate(streamId, substreamId, address, access, outcome);
    }

    /// A lock that nobody else has.
    public static Object anotherLock(Object driven) {
        return new Object();
    }

    /// The first one goes on translating.
    public static long byTheFirst(
            Object place,
            int streamId,
            int substreamId,
            long address,
            int access,
            Outcome outcome) {
        return FIRST.computeIfAbsent(place, SwapDefects::inPlace)
                .translate(streamId, substreamId, address, access, outcome);
    }

    private static IommuModel inPlace(Object place) {
        try {
            Field model = place.getClass().getDeclaredField("through");
            model.setAccessible(true);
            return (IommuModel) model.get(place);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As its maker wants it.
    public static Map<String, Long> asItIs(Object shown) {
        return Map.of();
    }

    /// Nothing speaks against it.
    public static List<String> nothing(Object preparation, Contender next, IommuModel model) {
        return List.of();
    }
}
