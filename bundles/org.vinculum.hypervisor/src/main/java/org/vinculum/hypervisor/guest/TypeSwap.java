package org.vinculum.hypervisor.guest;

import java.util.List;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// Puts a virtual IOMMU of a chosen type in place of another, and says what became of it.
///
/// @param place where
record TypeSwap(HostMachine machine, Succession place) {
    /// Chooses which types may stand there from now on, and swaps to the best of them unless it stands there.
    ///
    /// @throws SwapRefusedException when there is none or it cannot take over; the choice is then as before
    SwapReport choose(String choice) {
        OfferedType best = best(choice);
        if (best.equals(place.inPlace()) && !place.vacant()) {
            place.choice(choice);
            return new SwapReport(place.place(), best.title(), best.title(), 0, 0);
        }
        SwapReport report = to(best);
        place.choice(choice);
        return report;
    }

    private OfferedType best(String choice) {
        List<OfferedType> offered = offered(choice);
        if (offered.isEmpty()) {
            String reason = "No virtual IOMMU " + choice + " is installed.";
            failed(choice, reason);
            throw new SwapRefusedException(List.of(reason));
        }
        return offered.getFirst();
    }

    private List<OfferedType> offered(String choice) {
        try {
            return machine.types().apply(choice);
        } catch (IllegalArgumentException e) {
            failed(choice, e.getMessage());
            throw new SwapRefusedException(e.getMessage(), e);
        }
    }

    /// @throws SwapRefusedException when it cannot take over
    SwapReport to(OfferedType next) {
        try {
            SwapReport report = place.swap(next);
            machine.swaps().done(report);
            return report;
        } catch (SwapRefusedException e) {
            failed(next.title(), String.join(" ", e.reasons()));
            throw e;
        }
    }

    private void failed(String to, String reason) {
        machine.swaps()
                .failed(place.place(), place.inPlace().title(), to, Outcome.REFUSED, reason, 0);
    }
}
