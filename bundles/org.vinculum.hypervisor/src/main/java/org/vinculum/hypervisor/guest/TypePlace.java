package org.vinculum.hypervisor.guest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// Which type of virtual IOMMU stands in one place: whoever is chosen, the best of those who come, or who is left when it goes.
///
/// Its lock lets one swap at a time happen; it comes after that of the administration and before that of the virtual IOMMU.
final class TypePlace {
    private final Succession place;
    private final Function<String, List<OfferedType>> offered;
    private final Duration grace;
    private final SwapLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Not tried again unless somebody asks for them. Weak, since they may go unheard.
    private final Set<VirtualIommuType> failed =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile String choice;
    private boolean closed;

    /// @param choice which types may stand there, a name or a filter
    /// @param offered those that a choice allows, best first
    TypePlace(
            Succession place,
            String choice,
            Function<String, List<OfferedType>> offered,
            Duration grace,
            SwapLog log) {
        this.place = place;
        this.choice = choice;
        this.offered = offered;
        this.grace = grace;
        this.log = log;
    }

    /// Chooses which types may stand there from now on, and swaps to the best of them unless it stands there.
    ///
    /// @throws SwapRefusedException when there is none or it does not take over; the choice is then as before
    SwapReport swap(String asked) {
        lock.lock();
        try {
            OfferedType best = best(asked);
            SwapReport report = stands(best) ? nothing(best) : take(best);
            choice = asked;
            changed.signalAll();
            return report;
        } finally {
            lock.unlock();
        }
    }

    private OfferedType best(String asked) {
        String reason;
        try {
            List<OfferedType> allowed = offered.apply(asked);
            if (!allowed.isEmpty()) {
                return allowed.getFirst();
            }
            reason = "No virtual IOMMU " + asked + " is installed.";
        } catch (IllegalArgumentException e) {
            reason = e.getMessage() + ".";
        }
        log.failed(place.place(), title(), asked, Outcome.REFUSED, reason, 0);
        throw new SwapRefusedException(List.of(reason));
    }

    private String title() {
        return place.inPlace().title();
    }

    private boolean stands(OfferedType one) {
        return !place.vacant() && place.inPlace().type() == one.type();
    }

    private SwapReport nothing(OfferedType one) {
        return new SwapReport(place.place(), one.title(), one.title(), 0, 0);
    }

    /// @throws SwapRefusedException when it does not take over
    private SwapReport take(OfferedType next) {
        try {
            SwapReport report = place.swap(next);
            failed.remove(next.type());
            log.done(report);
            return report;
        } catch (SwapRefusedException e) {
            log.failed(place.place(), title(), next.title(), Outcome.REFUSED, e.getMessage(), 0);
            throw e;
        }
    }

    /// Whether one that has come may take over.
    boolean wants(VirtualIommuType type) {
        List<OfferedType> allowed = offered.apply(choice);
        if (place.vacant()) {
            return allowed.stream().anyMatch(one -> one.type() == type);
        }
        return !allowed.isEmpty()
                && allowed.getFirst().type() == type
                && !stands(allowed.getFirst());
    }

    /// Has the best of those that may stand there take over, unless it stands there.
    void follow() {
        lock.lock();
        try {
            if (!closed) {
                tryAllowed(choice);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void tryAllowed(String allowed) {
        for (OfferedType next : offered.apply(allowed)) {
            if (stands(next) || !failed.contains(next.type()) && takes(next)) {
                return;
            }
        }
    }

    private boolean takes(OfferedType next) {
        try {
            take(next);
            return true;
        } catch (SwapRefusedException e) {
            failed.add(next.type());
            return false;
        }
    }

    /// One has gone.
    ///
    /// @return whether nobody stands there now, so that [#fill] is to be called
    boolean leave(VirtualIommuType type) {
        failed.remove(type);
        lock.lock();
        try {
            return !closed && place.vacate(type);
        } catch (SwapRefusedException e) {
            String reason =
                    e.getMessage() + " " + title() + " is not installed any more, and goes on.";
            log.failed(place.place(), title(), choice, Outcome.REFUSED, reason, 0);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Finds somebody for a vacant place: at once, or when it comes; after a while whoever is left of that name, and if nobody
    /// can the one that has gone. Returns then.
    void fill() {
        lock.lock();
        try {
            if (empty()) {
                tryAllowed(choice);
            }
            if (empty()) {
                log.failed(place.place(), title(), choice, Outcome.VACANT, awaited(), 0);
                await(grace.toNanos());
            }
            if (empty()) {
                settle();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean empty() {
        return place.vacant() && !closed;
    }

    private String awaited() {
        return "%s is not installed any more; the guest's register writes wait for another for %d ms."
                .formatted(title(), grace.toMillis());
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
        for (OfferedType other : offered.apply(place.inPlace().name())) {
            try {
                log.done(place.swap(other));
                return;
            } catch (SwapRefusedException e) {
                reasons.add(e.getMessage());
            }
        }
        long pause = place.reinstate();
        reasons.add("Nobody can take over from " + title() + ", which goes on.");
        String all = String.join("\n", reasons);
        log.failed(place.place(), title(), choice, Outcome.REFUSED, all, pause);
    }

    /// Who stands there, or stood there last.
    VirtualIommuType type() {
        return place.inPlace().type();
    }

    /// Nothing changes any more, and whoever waits goes on.
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
}
