package org.vinculum.hypervisor.guest;

import java.util.List;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.guest.emulator.Emulator;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.hypervisor.guest.emulator.SwappableIommu;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// Who stands in the place of a virtual IOMMU, who may, and how one follows another while the guest goes on. For any thread.
final class Succession {
    private final Standing standing;
    private final SwappableIommu virtual;
    private final CommandFlow flow;
    private long vacantSince;

    Succession(Standing standing, SwappableIommu virtual, CommandFlow flow) {
        this.standing = standing;
        this.virtual = virtual;
        this.flow = flow;
    }

    /// For people, `guest1/0`.
    String place() {
        return virtual.place();
    }

    /// Whose emulator stands there, or stood there last.
    OfferedType inPlace() {
        return virtual.inPlace();
    }

    boolean vacant() {
        return virtual.vacant();
    }

    /// Has another type's emulator take over while the guest's writes wait.
    ///
    /// @throws SwapRefusedException when it cannot; the one that stood there goes on, or the place is as vacant as before
    SwapReport swap(OfferedType next) {
        Emulator candidate = virtual.prepare(next);
        standing.lock();
        try {
            long began = virtual.vacant() ? vacantSince : System.nanoTime();
            if (!standing.running()) {
                candidate.discard();
                throw new SwapRefusedException(
                        List.of(place() + " is not running, nobody can take over."));
            }
            SwapReport report = virtual.exchange(candidate);
            standing.occupied();
            return new SwapReport(
                    report.place(),
                    report.from(),
                    report.to(),
                    System.nanoTime() - began,
                    report.stalled());
        } finally {
            standing.unlock();
        }
    }

    /// The type of the one that stands there has gone: the guest's writes and whatever else needs an answer wait from here on.
    ///
    /// @return false when it stays, since another has taken over already, or nothing is asked of it now
    /// @throws SwapRefusedException when it does not give its state; it stays then
    boolean vacate(VirtualIommuType gone) {
        return standing.alone(() -> {
            boolean leaves =
                    standing.running() && !virtual.vacant() && virtual.inPlace().type() == gone;
            if (leaves) {
                virtual.vacate();
                vacantSince = System.nanoTime();
                flow.halt();
            }
            return leaves;
        });
    }

    /// The one that left goes on after all.
    ///
    /// @return nanoseconds for which its guest waited; -1 when somebody was there
    long reinstate() {
        return standing.alone(() -> {
            if (!virtual.vacant() || !standing.running()) {
                return -1L;
            }
            virtual.reinstate();
            standing.occupied();
            return System.nanoTime() - vacantSince;
        });
    }
}
