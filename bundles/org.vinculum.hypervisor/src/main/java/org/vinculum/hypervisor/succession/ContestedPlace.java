package org.vinculum.hypervisor.succession;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// Who stands in one place: whoever is chosen, the best of those who come, or who is left when he goes. How one takes over from
/// another is for those who know the place.
///
/// Its lock lets one swap at a time happen; it comes before all that an exchange takes.
///
/// @param <O> an offer, as services are told apart for people
/// @param <S> the service that is offered
public abstract class ContestedPlace<O, S> {
    private final SwapLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Not tried again unless somebody asks for them. Weak, since they may go unheard.
    private final Set<S> failed =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile String choice;
    private boolean closed;

    /// @param choice who may stand there, a name or a filter
    protected ContestedPlace(String choice, SwapLog log) {
        this.choice = choice;
        this.log = log;
    }

    /// As [SwapReport#place()].
    protected abstract String name();

    /// Who stands there, or stood there last.
    protected abstract O inPlace();

    protected abstract boolean vacant();

    protected abstract S service(O offer);

    /// Name and version, for people.
    protected abstract String title(O offer);

    /// Those that a choice allows, best first.
    ///
    /// @throws IllegalArgumentException for a filter that is none
    protected abstract List<O> allowed(String choice);

    /// Those who may take over when nobody of the choice is there, best first.
    protected abstract List<O> heirs();

    /// Has another one take over.
    ///
    /// @throws SwapRefusedException when it does not; all is as before
    protected abstract SwapReport exchange(O next);

    /// Makes the place vacant, if it is this one that stands there.
    ///
    /// @return whether it is
    /// @throws SwapRefusedException when it does not give its state, and stays
    protected abstract boolean vacate(S gone);

    /// Who stood in a vacant place goes on after all.
    ///
    /// @return nanoseconds for which everybody has waited
    protected abstract long reinstate();

    /// Nanoseconds that the latest refusal made others wait.
    protected abstract long pauseOfRefusal();

    protected abstract Duration grace();

    /// Why nobody can be chosen: nobody of that choice is there.
    protected abstract String missing(String asked);

    /// Why nobody can be chosen: the place is given up.
    protected abstract String closing();

    /// What waits while the place is vacant.
    protected abstract String waiting();

    /// One has taken over.
    protected void taken() {}

    public final String choice() {
        return choice;
    }

    /// Who stands there, or stood there last.
    public final S service() {
        return service(inPlace());
    }

    /// Chooses who may stand there from now on, and swaps to the best of them unless it stands there.
    ///
    /// @throws SwapRefusedException when there is none or it does not take over; the choice is then as before
    public final SwapReport swap(String asked) {
        lock.lock();
        try {
            O best = best(asked);
            SwapReport report = stands(best) ? nothing(best) : take(best);
            choice = asked;
            changed.signalAll();
            return report;
        } finally {
            lock.unlock();
        }
    }

    private O best(String asked) {
        String reason = closed ? closing() : null;
        if (reason == null) {
            try {
                List<O> allowed = allowed(asked);
                if (!allowed.isEmpty()) {
                    return allowed.getFirst();
                }
                reason = missing(asked);
            } catch (IllegalArgumentException e) {
                reason = e.getMessage() + ".";
            }
        }
        log.failed(name(), title(), asked, Outcome.REFUSED, reason, 0);
        throw new SwapRefusedException(List.of(reason));
    }

    private String title() {
        return title(inPlace());
    }

    private boolean stands(O one) {
        return !vacant() && service() == service(one);
    }

    private SwapReport nothing(O one) {
        return new SwapReport(name(), title(one), title(one), 0, 0);
    }

    /// @throws SwapRefusedException when it does not take over
    private SwapReport take(O next) {
        String before = title();
        try {
            return exchanged(next);
        } catch (SwapRefusedException e) {
            long pause = vacant() ? 0 : pauseOfRefusal();
            log.failed(name(), before, title(next), Outcome.REFUSED, e.getMessage(), pause);
            throw e;
        }
    }

    private SwapReport exchanged(O next) {
        SwapReport report = exchange(next);
        failed.remove(service(next));
        log.done(report);
        taken();
        return report;
    }

    /// Does not try one again by itself.
    protected final void notAgain(S service) {
        failed.add(service);
    }

    /// Whether one that has come may take over.
    public final boolean wants(S service) {
        List<O> allowed = allowed(choice);
        if (vacant()) {
            return allowed.stream().anyMatch(one -> service(one) == service);
        }
        return !allowed.isEmpty()
                && service(allowed.getFirst()) == service
                && !stands(allowed.getFirst());
    }

    /// Whether another one than who stands there is preferred, and has not failed.
    public final boolean behind() {
        List<O> allowed = allowed(choice);
        return !allowed.isEmpty()
                && !stands(allowed.getFirst())
                && !failed.contains(service(allowed.getFirst()));
    }

    /// Has the best of those that may stand there take over, unless it stands there.
    public final void follow() {
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
        for (O next : allowed(choice)) {
            if (stands(next) || !failed.contains(service(next)) && takes(next)) {
                return;
            }
        }
    }

    private boolean takes(O next) {
        try {
            take(next);
            return true;
        } catch (SwapRefusedException e) {
            failed.add(service(next));
            return false;
        }
    }

    /// One has gone.
    ///
    /// @return whether nobody stands there now, so that [#fill] is to be called
    public final boolean leave(S gone) {
        failed.remove(gone);
        lock.lock();
        try {
            return !closed && vacate(gone);
        } catch (SwapRefusedException e) {
            String stays =
                    e.getMessage() + " " + title() + " is not installed any more, and goes on.";
            log.failed(name(), title(), choice, Outcome.REFUSED, stays, pauseOfRefusal());
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Finds somebody for a vacant place: at once, or when he comes; after a while an heir, and if nobody can the one that has
    /// gone. Returns then.
    public final void fill() {
        lock.lock();
        try {
            if (empty()) {
                tryAllowed();
            }
            if (empty()) {
                log.failed(name(), title(), choice, Outcome.VACANT, awaited(), 0);
                await(grace().toNanos());
            }
            if (empty()) {
                settle();
            }
        } finally {
            goOnAnyway();
            lock.unlock();
        }
    }

    private boolean empty() {
        return vacant() && !closed;
    }

    /// Whatever has gone wrong, nobody waits for ever.
    private void goOnAnyway() {
        if (empty()) {
            reinstate();
        }
    }

    private String awaited() {
        return "%s is not installed any more; %s for another for %d ms."
                .formatted(title(), waiting(), grace().toMillis());
    }

    private void await(long nanos) {
        long left = nanos;
        try {
            while (left > 0 && empty()) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle() {
        List<String> reasons = new ArrayList<>();
        for (O heir : heirs()) {
            try {
                exchanged(heir);
                return;
            } catch (SwapRefusedException e) {
                reasons.add(e.getMessage());
            }
        }
        long pause = reinstate();
        reasons.add("Nobody can take over from " + title() + ", which goes on.");
        String all = String.join("\n", reasons);
        log.failed(name(), title(), choice, Outcome.REFUSED, all, pause);
    }

    /// Nothing changes any more, and whoever waits goes on.
    public final void close() {
        lock.lock();
        try {
            closed = true;
            reinstate();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
