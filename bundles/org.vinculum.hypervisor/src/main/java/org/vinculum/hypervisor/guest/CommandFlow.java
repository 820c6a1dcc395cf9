package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.hypervisor.machine.physical.Claim;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.machine.turn.Bell;
import org.vinculum.hypervisor.machine.turn.Client;
import org.vinculum.hypervisor.machine.turn.SharedTurns;
import org.vinculum.hypervisor.recording.BudgetExhausted;
import org.vinculum.hypervisor.recording.CommandBatch;

/// How a virtual IOMMU's commands reach the hosts behind it: as many at once as its share allows, the others when their turn
/// comes. Used under the virtual IOMMU's lock, but for [#waits].
final class CommandFlow {
    private final VirtualIommu virtual;
    private final Place place;
    private final SharedTurns turns;
    private final Bell bell;
    private int client;
    private final List<Tenancy> tenancies = new ArrayList<>();
    private volatile boolean waits;
    private long exhausted;
    private boolean ended;
    private long commandsWaited;
    private long nanosWaited;

    CommandFlow(VirtualIommu virtual, Place place, HostMachine machine) {
        this.virtual = virtual;
        this.place = place;
        this.turns = machine.turns();
        this.bell = machine.bell();
    }

    /// From here on it gets turns.
    void begin(Client waiting, int weight) {
        client = turns.add(waiting, weight);
    }

    List<Tenancy> tenancies() {
        return tenancies;
    }

    void add(Tenancy tenancy) {
        wait(false);
        tenancies.add(tenancy);
    }

    /// Where a physical SMMU is among the hosts; -1 when it is not.
    int indexOf(PhysicalSmmu smmu) {
        for (int i = 0; i < tenancies.size(); i++) {
            if (tenancies.get(i).smmu() == smmu) {
                return i;
            }
        }
        return -1;
    }

    /// The use of the SMMU that sees a stream.
    Tenancy tenancy(Claim claim) {
        return tenancies.get(indexOf(claim.smmu()));
    }

    /// After the guest has written a register.
    ///
    /// @param budget host commands at most, and one step more
    void goOn(int budget) {
        int left = budget;
        long waited = 0;
        boolean work = false;
        while (left > 0 && virtual.ready()) {
            int allowed = Math.min(turns.allowance(client), left);
            if (allowed == 0) {
                break;
            }
            int used = virtual.process(allowed);
            work |= advance(used);
            waited += turns.served(client, used, virtual.ready());
            left -= Math.max(1, used);
        }
        if (left < budget) {
            CommandBatch.served(place.domain(), place.viommu(), budget - left, waited);
        }
        if (virtual.ready()) {
            exhausted++;
            BudgetExhausted.left(place.domain(), place.viommu());
        }
        queue();
        finish(work);
    }

    /// In a turn of its own.
    ///
    /// @param allowed host commands
    /// @return host commands used
    int serve(int allowed) {
        int used = 0;
        boolean work = false;
        while (used < allowed && virtual.ready()) {
            int step = virtual.process(allowed - used);
            work |= advance(step);
            used += Math.max(1, step);
        }
        long waited = turns.served(client, used, virtual.ready());
        CommandBatch.served(place.domain(), place.viommu(), used, waited);
        finish(work);
        return used;
    }

    /// Has the hosts execute what has just been given.
    private boolean advance(int used) {
        boolean work = false;
        for (int i = 0; i < tenancies.size(); i++) {
            work |= tenancies.get(i).work(used);
        }
        virtual.progress();
        return work;
    }

    /// Hosts have moved, or an event has come.
    void look() {
        virtual.progress();
        wait(virtual.waits());
        queue();
    }

    /// Rings when somebody has to go on, and notes whether this one waits for a host. Once that is known it looks again, so
    /// that what a host has done meanwhile is not missed, nor that it has got room, for which then nobody waits.
    private void finish(boolean work) {
        boolean missing = virtual.waits();
        wait(missing);
        if (missing) {
            look();
        } else {
            queue();
        }
        if (work) {
            bell.ring();
        }
    }

    private void wait(boolean missing) {
        if (missing != waits) {
            waits = missing;
            for (Tenancy tenancy : tenancies) {
                tenancy.smmu().waits(missing);
            }
        }
    }

    /// Whether a host's progress matters. Takes no lock.
    boolean waits() {
        return waits;
    }

    /// Goes on whoever else waits, for the toolstack's sake.
    ///
    /// @param budget host commands at most
    void settle(int budget) {
        int left = budget;
        while (left > 0 && virtual.ready()) {
            int used = virtual.process(left);
            advance(used);
            turns.served(client, used, false);
            left -= Math.max(1, used);
        }
        queue();
        finish(false);
    }

    /// Leaves the rest to its turn.
    private void queue() {
        if (virtual.ready()) {
            turns.ready(client);
            bell.ring();
        }
    }

    /// Lets the hosts finish what has been given, and gives nothing more.
    ///
    /// @param rounds at most
    void drain(int rounds) {
        for (int i = 0; i < rounds && virtual.waits(); i++) {
            tenancies.forEach(tenancy -> tenancy.smmu().driver().awaitModel());
            advance(0);
        }
    }

    /// The guest does not go on.
    void halt() {
        wait(false);
        turns.served(client, 0, false);
    }

    /// There is no guest any more.
    void end() {
        wait(false);
        commandsWaited = turns.commandsWaited(client);
        nanosWaited = turns.nanosWaited(client);
        ended = true;
        turns.remove(client);
    }

    long exhausted() {
        return exhausted;
    }

    long commandsWaited() {
        return ended ? commandsWaited : turns.commandsWaited(client);
    }

    long nanosWaited() {
        return ended ? nanosWaited : turns.nanosWaited(client);
    }
}
