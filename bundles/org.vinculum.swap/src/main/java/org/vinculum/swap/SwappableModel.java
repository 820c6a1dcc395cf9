package org.vinculum.swap;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.Executor;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.swap.around.RevocableSurroundings;
import org.vinculum.swap.register.OwedInterrupts;

/// A place for a model of which another one can take over while software and devices go on.
///
/// Software is shown the identification and the size of the first model for ever; whoever stands there later is made with
/// that, and must be able to do all of it by itself. Whoever drives the place holds it for [#exchange], [#vacate],
/// [#reinstate] and [#fallBack]: no other call is in it meanwhile. [#prepare] is for any time.
///
/// For some time after a swap a fault of the model is not passed on: the call throws [ModelFailedException], and so do those
/// that follow until [#fallBack]. Calls that find the place vacant throw [IllegalStateException].
public final class SwappableModel implements IommuModel {
    private final String place;
    private final IommuSurroundings around;
    private final SwapSettings settings;
    private final Alarm alarm;
    private final Handover handover;
    private final Shown shown;
    private volatile IommuModel through;
    private volatile Occupant occupant;
    private volatile SavedState left;
    private Probation probation;
    private SwapReport fallenBack;

    /// Makes the first, which reaches the surroundings at once.
    ///
    /// @param place as [SwapReport#place()]
    /// @param identification as for [org.vinculum.iommu.IommuModelFactory#create]
    /// @throws IllegalArgumentException as [org.vinculum.iommu.IommuModelFactory#create]
    public SwappableModel(
            String place,
            Contender first,
            IommuSurroundings around,
            Map<String, Long> identification,
            SwapSettings settings) {
        this(place, first, around, identification, settings, Alarm.SYSTEM);
    }

    SwappableModel(
            String place,
            Contender first,
            IommuSurroundings around,
            Map<String, Long> identification,
            SwapSettings settings,
            Alarm alarm) {
        this.place = place;
        this.around = around;
        this.settings = settings;
        this.alarm = alarm;
        this.handover = new Handover(place, settings);
        var reach = new RevocableSurroundings();
        reach.open(around);
        IommuModel model = first.factory().create(reach.surroundings(), identification);
        this.shown = Shown.by(first.factory(), model, identification);
        this.occupant = new Occupant(first, model, reach, shown.registers(model));
        this.through = model;
    }

    /// Who stands there, or stood there last where the place is vacant.
    public Contender inPlace() {
        return occupant.contender();
    }

    /// As the maker of the first said, [org.vinculum.iommu.IommuModelFactory#kind()].
    public String kind() {
        return shown.kind();
    }

    /// Makes another and finds out whether it may take over. Takes its time, while the one in place goes on.
    ///
    /// @throws SwapRefusedException with all that speaks against it
    public Candidate prepare(Contender next) {
        return new Preparation(place, shown, settings.deadline()).of(next);
    }

    /// Lets a candidate take over. The place is held.
    ///
    /// @return without the time of the pause, which whoever holds the place knows
    /// @throws SwapRefusedException when it does not come about: the one in place goes on, or the place stays vacant; the
    ///     candidate is discarded
    /// @throws IllegalStateException when it is no candidate any more
    public synchronized SwapReport exchange(Candidate candidate) {
        Occupant next = candidate.occupant();
        Occupant old;
        SavedState state;
        try {
            mend();
            old = occupant;
            state = taken(old, next, candidate.thread());
        } catch (SwapRefusedException refused) {
            candidate.discard();
            throw refused;
        }
        candidate.takenOver();
        settle();
        old.reach().revoke();
        var trial = new Probation(old, next, state, shown.frameSize());
        occupant = next;
        left = null;
        begin(trial);
        resume(next, state);
        return report(old, next, state);
    }

    /// A model may have failed that nobody has complained of yet: what it leaves behind is not for others to take over.
    private void mend() {
        if (probation != null && probation.failed()) {
            fallBack();
        }
    }

    private SavedState taken(Occupant old, Occupant next, Executor thread) {
        SavedState saved = left;
        if (saved == null) {
            return handover.handOver(old, next, around, thread);
        }
        handover.restored(next, saved, around);
        return saved;
    }

    private void begin(Probation trial) {
        if (settings.probation().isZero()) {
            trial.end();
            through = occupant.model();
            return;
        }
        probation = trial;
        through = trial.watched();
        var one = new WeakReference<>(trial);
        var here = new WeakReference<>(this);
        alarm.after(settings.probation(), () -> over(here.get(), one.get()));
    }

    private static void over(SwappableModel here, Probation trial) {
        if (here != null && trial != null) {
            here.over(trial);
        }
    }

    private synchronized void over(Probation trial) {
        if (probation == trial && !trial.failed()) {
            if (through == trial.watched()) {
                through = occupant.model();
            }
            settle();
        }
    }

    /// Nobody takes over again.
    private void settle() {
        if (probation != null) {
            probation.end();
            probation = null;
        }
    }

    private void resume(Occupant next, SavedState state) {
        next.reach().open(around);
        new OwedInterrupts(state, around, shown.oneLine()).replay();
    }

    private SwapReport report(Occupant from, Occupant to, SavedState state) {
        return new SwapReport(
                place, from.contender().title(), to.contender().title(), 0, state.stalled().size());
    }

    /// Takes the state of the one in place, because its maker goes, so that whoever comes next finds it. The place is held.
    ///
    /// @throws SwapRefusedException when it does not give it, and goes on
    public synchronized void vacate() {
        if (left == null) {
            mend();
            left = handover.saved(occupant.contender(), occupant.model());
            through = new VacantPlace(place, shown.frameSize());
        }
    }

    /// Whether nobody stands there.
    public boolean vacant() {
        return left != null;
    }

    /// Lets the one that stood in a vacant place go on, as if nothing had happened. The place is held.
    public synchronized void reinstate() {
        if (left != null) {
            left = null;
            through = probation == null ? occupant.model() : probation.watched();
        }
    }

    /// Lets the predecessor of a model that has failed take over again. The place is held. Nothing happens when that has been
    /// done since the failure.
    ///
    /// @return what was done, for this failure or for the one that was told first
    /// @throws SwapRefusedException when nobody takes over; the model that failed goes on as well as it can
    /// @throws IllegalStateException when no model has ever failed here
    public synchronized SwapReport fallBack(ModelFailedException failure) {
        if (probation == null || !probation.failed()) {
            if (fallenBack == null) {
                throw new IllegalStateException("no model has failed in " + place, failure);
            }
            return fallenBack;
        }
        return fallBack();
    }

    private SwapReport fallBack() {
        Occupant bad = occupant;
        Probation trial = probation;
        bad.reach().revoke();
        FallBack.Done done;
        try {
            done = new FallBack(trial, handover, shown, around).run();
        } catch (SwapRefusedException refused) {
            bad.reach().renew();
            bad.reach().open(around);
            through = bad.model();
            settle();
            throw refused;
        }
        settle();
        occupant = done.occupant();
        left = null;
        through = occupant.model();
        resume(occupant, done.state());
        fallenBack = report(bad, occupant, done.state());
        return fallenBack;
    }

    /// As the first model said.
    @Override
    public long frameSize() {
        return shown.frameSize();
    }

    @Override
    public long read(long offset, int width) {
        return through.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        through.write(offset, width, value);
    }

    @Override
    public boolean process(int budget) {
        return through.process(budget);
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return through.translate(streamId, substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return through.requestTranslation(streamId, substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        through.requestPage(streamId, substreamId, address, access, group, last);
    }

    @Override
    public SavedState save() {
        return through.save();
    }

    @Override
    public void restore(SavedState state) {
        through.restore(state);
    }
}
