package org.vinculum.hypervisor.host;

import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.vinculum.hypervisor.host.flight.Flights;
import org.vinculum.hypervisor.host.register.Errata;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.hypervisor.host.ring.CommandRing;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.register.Iidr;
import org.vinculum.swap.Candidate;
import org.vinculum.swap.Contender;
import org.vinculum.swap.Deadline;
import org.vinculum.swap.ModelFailedException;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;
import org.vinculum.swap.SwapSettings;
import org.vinculum.swap.SwappableModel;

/// Where the model of a physical SMMU stands, and another takes over while commands stand still and transactions are held.
/// Has the lock of the SMMU for that, so that the driver is between two calls.
public final class ModelPlace {
    private static final System.Logger LOG = System.getLogger("org.vinculum.hypervisor.swap");

    /// Times the deadline: to save what failed, to try that, and to try what there was before.
    private static final int TO_FALL_BACK = 4;

    private static final int NAMED = 4;

    private final String path;
    private final SwappableModel model;
    private final SwapSettings settings;
    private final Driven driven;
    private volatile Fallen fallen = (_, _, _) -> {};
    private long heldSince;
    private long latestPause;
    private long nestsAgain;
    private boolean nestsLater;

    /// What of a driver is concerned.
    ///
    /// @param lock of the SMMU
    record Driven(
            Object lock,
            Identity identity,
            Flights flights,
            HostInterrupts interrupts,
            CommandRing ring,
            Streams streams) {}

    /// Learns that the latest model has failed. Called with the lock of the SMMU.
    @FunctionalInterface
    public interface Fallen {
        /// @param failed who had taken over
        void back(Contender failed, SwapReport report, ModelFailedException failure);
    }

    ModelPlace(String path, SwappableModel model, SwapSettings settings, Driven driven) {
        this.path = path;
        this.model = model;
        this.settings = settings;
        this.driven = driven;
    }

    /// Whom to tell from now on.
    public void onFallBack(Fallen told) {
        fallen = told;
    }

    /// Who stands there, or has stood there last.
    public Contender inPlace() {
        return model.inPlace();
    }

    /// As [SwappableModel#kind()].
    public String kind() {
        return model.kind();
    }

    /// Whether nobody stands there, so that everybody waits.
    public boolean vacant() {
        return model.vacant();
    }

    /// Nanoseconds for which everybody waited at the latest attempt; 0 when nothing was held.
    public long latestPause() {
        synchronized (driven.lock()) {
            return latestPause;
        }
    }

    /// Makes one that could take over. Takes its time, and no lock.
    ///
    /// @throws SwapRefusedException when it cannot
    public Candidate prepare(Contender next) {
        return model.prepare(next);
    }

    /// Lets another one take over.
    ///
    /// @throws SwapRefusedException when it does not; everything is as before
    public SwapReport exchange(Candidate candidate) {
        synchronized (driven.lock()) {
            latestPause = 0;
            Errata errata = Errata.of(new Iidr(candidate.iidr()));
            try {
                refuseNesting(candidate.contender(), errata);
                return exchange(candidate, errata);
            } finally {
                candidate.discard();
            }
        }
    }

    private void refuseNesting(Contender next, Errata errata) {
        List<StreamId> nesting = driven.streams().nesting();
        if (!errata.nesting() && !nesting.isEmpty()) {
            throw new SwapRefusedException(
                    List.of(
                            "%s has erratum %s: stage 1 does not work over stage 2, which %s of %s behind virtual IOMMUs need."
                                    .formatted(
                                            next.title(),
                                            errata.againstNesting(),
                                            named(nesting),
                                            path)));
        }
    }

    private static String named(List<StreamId> streams) {
        List<String> names = new ArrayList<>();
        for (StreamId stream : streams.subList(0, Math.min(NAMED, streams.size()))) {
            names.add(stream.toString());
        }
        int more = streams.size() - names.size();
        return (streams.size() == 1 ? "stream " : "streams ")
                + String.join(", ", names)
                + (more > 0 ? " and " + more + " more" : "");
    }

    private SwapReport exchange(Candidate candidate, Errata errata) {
        if (!vacant()) {
            shorten(errata.longestBatch());
            hold();
        }
        try {
            boolean nested = driven.identity().errata().nesting();
            SwapReport report = model.exchange(candidate);
            driven.identity().errata(errata);
            nestsLater = !nested;
            nestsAgain = System.nanoTime() + settings.probation().toNanos();
            goOn();
            return report.withPause(latestPause);
        } catch (RuntimeException e) {
            if (!vacant()) {
                goOn();
            }
            throw e;
        }
    }

    /// Before one takes over that takes no more commands at once: those that are there are worked off, and no later one is
    /// given as many again, whoever takes over after a failure.
    private void shorten(int longestBatch) {
        if (longestBatch < driven.ring().longestBatch()) {
            driven.ring().empty();
            driven.ring().longestBatch(longestBatch);
        }
    }

    private void hold() {
        heldSince = System.nanoTime();
        if (!driven.flights().hold(settings.deadline().toNanos())) {
            driven.flights().resume();
            latestPause = System.nanoTime() - heldSince;
            throw new SwapRefusedException(
                    List.of(
                            "Transactions through %s did not come to their end within %d ms."
                                    .formatted(path, settings.deadline().toMillis())));
        }
    }

    /// Edges may be owed, and somebody may have looked for records while nobody stood there.
    private void goOn() {
        driven.interrupts().raise(Line.EVENTQ);
        driven.flights().resume();
        driven.lock().notifyAll();
        latestPause = System.nanoTime() - heldSince;
    }

    /// Who stands there has gone: takes the state from it, and lets everybody wait until another takes over. Nothing happens
    /// when the place is vacant.
    ///
    /// @throws SwapRefusedException when it does not give its state, or transactions do not end; it goes on as an object
    public void vacate() {
        synchronized (driven.lock()) {
            if (vacant()) {
                return;
            }
            latestPause = 0;
            driven.ring().empty(); // whoever comes may take no more than a few commands at once
            hold();
            try {
                model.vacate();
            } finally {
                if (!vacant()) {
                    goOn();
                }
            }
        }
    }

    /// Who has gone goes on as an object. Nothing happens unless the place is vacant.
    ///
    /// @return nanoseconds for which everybody has waited
    public long reinstate() {
        synchronized (driven.lock()) {
            if (!vacant()) {
                return 0;
            }
            model.reinstate();
            goOn();
            return latestPause;
        }
    }

    /// Waits while the place is vacant. The caller has the lock of the SMMU, which others have meanwhile.
    void await() {
        boolean interrupted = false;
        while (vacant()) {
            try {
                driven.lock().wait();
            } catch (InterruptedException e) {
                interrupted = true; // kept for later, the wait is bounded
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the one that may yet come back nests as well.
    boolean nests() {
        synchronized (driven.lock()) {
            return !nestsLater || System.nanoTime() - nestsAgain > 0;
        }
    }

    /// Lets the former one take over again. The caller has the lock of the SMMU.
    ///
    /// @throws RuntimeException what the model threw, when there is none to come back
    void fallBack(ModelFailedException failure) {
        if (vacant()) {
            return;
        }
        Contender failed = inPlace();
        heldSince = System.nanoTime();
        driven.flights().hold(settings.deadline().toNanos()); // what hangs in it does not come out
        SwapReport report = null;
        try {
            report = model.fallBack(failure);
            driven.identity()
                    .errata(Errata.of(new Iidr((int) model.read(Iidr.OFFSET, Integer.BYTES))));
            nestsLater = false;
        } catch (SwapRefusedException e) {
            LOG.log(WARNING, () -> path + ": nobody takes over after a failure: " + e.getMessage());
        } finally {
            goOn();
        }
        if (report != null && inPlace() != failed) {
            fallen.back(failed, report.withPause(latestPause), failure);
        }
    }

    /// The same for a transaction, whose thread has no lock of ours but perhaps one of its device, for which the SMMU waits.
    ///
    /// @return false when it did not come about in time
    boolean recover(ModelFailedException failure) {
        try {
            return Deadline.call(
                    "fall back " + path,
                    settings.deadline().multipliedBy(TO_FALL_BACK),
                    () -> {
                        synchronized (driven.lock()) {
                            fallBack(failure);
                        }
                        return true;
                    });
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(path + " has failed", e.getCause());
        }
    }
}
