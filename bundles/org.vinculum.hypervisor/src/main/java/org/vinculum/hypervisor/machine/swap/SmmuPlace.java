package org.vinculum.hypervisor.machine.swap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.hypervisor.host.ModelPlace;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.swap.Contender;
import org.vinculum.swap.ModelFailedException;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// Who stands for one physical SMMU: whoever is chosen, the best of those who come, or who is left when he goes.
///
/// Its lock lets one swap at a time happen; it comes right before that of the SMMU's driver.
final class SmmuPlace {
    private final String path;
    private final ModelPlace place;
    private final Installed installed;
    private final SwapLog log;
    private final Runnable moved;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Not tried again unless somebody asks for them. Weak, since they may go unheard.
    private final Set<IommuModelFactory> failed =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile String choice;
    private final AtomicLong swaps = new AtomicLong();
    private boolean closed;

    /// @param choice whom the first one was chosen by
    /// @param moved sees to it that what has waited goes on; called with the lock of the driver
    SmmuPlace(
            String path,
            String choice,
            ModelPlace place,
            Installed installed,
            SwapLog log,
            Runnable moved) {
        this.path = path;
        this.choice = choice;
        this.place = place;
        this.installed = installed;
        this.log = log;
        this.moved = moved;
        place.onFallBack(this::fellBack);
    }

    ModelInPlace model() {
        Contender now = place.inPlace();
        return new ModelInPlace(
                path, choice, now.factory().name(), now.version(), place.vacant(), swaps.get());
    }

    /// As [org.vinculum.domain.Machine#swap].
    SwapReport swap(String asked) {
        lock.lock();
        try {
            Contender best = best(asked);
            SwapReport report = stands(best) ? nothing(best) : take(best);
            choice = asked;
            return report;
        } finally {
            lock.unlock();
        }
    }

    private Contender best(String asked) {
        String reason = closed ? "The machine is closed." : null;
        if (reason == null) {
            try {
                List<Contender> allowed = installed.contenders(asked);
                if (!allowed.isEmpty()) {
                    return allowed.getFirst();
                }
                reason = "No model " + asked + " is installed.";
            } catch (IllegalArgumentException e) {
                reason = e.getMessage() + ".";
            }
        }
        log.failed(path, title(), asked, Outcome.REFUSED, reason, 0);
        throw new SwapRefusedException(List.of(reason));
    }

    private String title() {
        return place.inPlace().title();
    }

    private boolean stands(Contender one) {
        return !place.vacant() && place.inPlace().factory() == one.factory();
    }

    private SwapReport nothing(Contender one) {
        return new SwapReport(path, one.title(), one.title(), 0, 0);
    }

    /// @throws SwapRefusedException when it does not take over
    private SwapReport take(Contender next) {
        String before = title();
        try {
            return taken(next);
        } catch (SwapRefusedException e) {
            long pause = place.vacant() ? 0 : place.latestPause();
            log.failed(path, before, next.title(), Outcome.REFUSED, e.getMessage(), pause);
            throw e;
        }
    }

    private SwapReport taken(Contender next) {
        SwapReport report = place.exchange(place.prepare(next));
        failed.remove(next.factory());
        swaps.incrementAndGet();
        log.done(report);
        moved.run();
        return report;
    }

    private void fellBack(Contender from, SwapReport report, ModelFailedException failure) {
        failed.add(from.factory());
        swaps.incrementAndGet();
        log.failed(
                path,
                report.from(),
                report.to(),
                Outcome.FELL_BACK,
                failure.getMessage(),
                report.pauseNanos());
        moved.run();
        SmmuPlaces.inBackground(path, this::leaveIfGone);
    }

    /// Who has taken over again may have gone since it stood there before.
    private void leaveIfGone() {
        IommuModelFactory again = factory();
        if (!isInstalled(again) && leave(again)) {
            fill();
        }
    }

    private boolean isInstalled(IommuModelFactory model) {
        return Stream.of(installed.contenders(), installed.contenders(choice))
                .flatMap(List::stream)
                .anyMatch(one -> one.factory() == model);
    }

    /// Whether one that has come may take over.
    boolean wants(IommuModelFactory model) {
        List<Contender> allowed = installed.contenders(choice);
        if (place.vacant()) {
            return allowed.stream().anyMatch(one -> one.factory() == model);
        }
        return !allowed.isEmpty()
                && allowed.getFirst().factory() == model
                && !stands(allowed.getFirst());
    }

    /// Whether another one than who stands there is preferred, and has not failed.
    boolean behind() {
        List<Contender> allowed = installed.contenders(choice);
        return !allowed.isEmpty()
                && !stands(allowed.getFirst())
                && !failed.contains(allowed.getFirst().factory());
    }

    /// Has the best of those that may stand there take over, unless it stands there.
    void follow() {
        lock.lock();
        try {
            if (!closed) {
                tryAllowed();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void tryAllowed() {
        for (Contender next : installed.contenders(choice)) {
            if (stands(next) || !failed.contains(next.factory()) && takes(next)) {
                return;
            }
        }
    }

    private boolean takes(Contender next) {
        try {
            take(next);
            return true;
        } catch (SwapRefusedException e) {
            failed.add(next.factory());
            return false;
        }
    }

    /// One has gone.
    ///
    /// @return whether nobody stands there now, so that [#fill] is to be called
    boolean leave(IommuModelFactory model) {
        failed.remove(model);
        lock.lock();
        try {
            if (closed || place.vacant() || place.inPlace().factory() != model) {
                return false;
            }
            place.vacate();
            return true;
        } catch (SwapRefusedException e) {
            log.failed(path, title(), choice, Outcome.REFUSED, stays(e), place.latestPause());
            return false;
        } finally {
            lock.unlock();
        }
    }

    private String stays(SwapRefusedException e) {
        return e.getMessage() + " " + title() + " is not installed any more, and goes on.";
    }

    /// Finds somebody for a vacant place: at once, or when he comes; after a while whoever can, and if nobody can the one that
    /// has gone. Returns then.
    void fill() {
        lock.lock();
        try {
            if (place.vacant() && !closed) {
                tryAllowed();
            }
            if (place.vacant() && !closed) {
                log.failed(path, title(), choice, Outcome.VACANT, awaited(), 0);
                await(installed.swaps().grace().toNanos());
            }
            if (place.vacant() && !closed) {
                settle();
            }
        } finally {
            goOnAnyway();
            lock.unlock();
        }
    }

    /// Whatever has gone wrong, nobody waits for ever.
    private void goOnAnyway() {
        if (place.vacant() && !closed) {
            place.reinstate();
            moved.run();
        }
    }

    private String awaited() {
        return "%s is not installed any more; transactions and commands wait for another for %d ms."
                .formatted(title(), installed.swaps().grace().toMillis());
    }

    private void await(long nanos) {
        long left = nanos;
        try {
            while (left > 0 && place.vacant() && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle() {
        List<String> reasons = new ArrayList<>();
        for (Contender any : installed.contenders()) {
            if (isAlike(any)) {
                try {
                    taken(any);
                    return;
                } catch (SwapRefusedException e) {
                    reasons.add(e.getMessage());
                }
            }
        }
        long pause = place.reinstate();
        moved.run();
        reasons.add("Nobody can take over from " + title() + ", which goes on.");
        String all = String.join("\n", reasons);
        log.failed(path, title(), choice, Outcome.REFUSED, all, pause);
    }

    private boolean isAlike(Contender any) {
        try {
            return place.kind().equals(any.factory().kind());
        } catch (RuntimeException | LinkageError _) {
            return false; // whoever cannot even say that does not take over
        }
    }

    /// Nothing changes any more.
    void close() {
        lock.lock();
        try {
            closed = true;
            place.reinstate();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Who stands there.
    IommuModelFactory factory() {
        return place.inPlace().factory();
    }
}
