package org.vinculum.hypervisor.machine;

import java.util.List;
import org.vinculum.hypervisor.guest.HostMachine;
import org.vinculum.hypervisor.machine.event.EventRouter;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.machine.turn.Bell;
import org.vinculum.hypervisor.machine.turn.Client;
import org.vinculum.hypervisor.machine.turn.SharedTurns;

/// What is to be done between register writes, each part of it bounded: records first, for devices wait for them; then what
/// the SMMUs' rings hold, whoever waited for that, and at last those who wait for their turn.
final class WorkRound {
    /// Records taken from one SMMU in a round.
    private static final int RECORDS = 512;

    private final EventRouter router;
    private final SharedTurns turns;
    private final Bell bell;
    private final List<PhysicalSmmu> smmus;

    WorkRound(HostMachine parts) {
        router = parts.router();
        turns = parts.turns();
        bell = parts.bell();
        smmus = List.copyOf(parts.smmus().values());
    }

    /// @param budget host commands at most
    /// @return whether there is more to do
    boolean run(int budget) {
        bell.heard();
        boolean more = records();
        for (PhysicalSmmu smmu : smmus) {
            smmu.workOff(budget);
        }
        turns.clients().forEach(Client::progress);
        serve(budget);
        for (PhysicalSmmu smmu : smmus) {
            more |= smmu.owes();
        }
        return more | turns.anybodyWaits() | bell.rung();
    }

    private boolean records() {
        boolean more = false;
        router.nextRound();
        for (PhysicalSmmu smmu : smmus) {
            if (smmu.reported() && router.route(smmu, RECORDS)) {
                smmu.report();
                more = true;
            }
        }
        return more;
    }

    private void serve(int budget) {
        int left = budget;
        while (left > 0) {
            SharedTurns.Turn turn = turns.next();
            if (turn == null) {
                return;
            }
            int used = turn.client().serve(Math.min(left, turn.allowed()));
            left -= Math.max(1, used);
        }
    }
}
