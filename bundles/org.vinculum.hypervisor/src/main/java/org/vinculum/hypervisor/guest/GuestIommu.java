package org.vinculum.hypervisor.guest;

import java.util.List;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualStream;
import org.vinculum.hypervisor.guest.Standing.Life;
import org.vinculum.hypervisor.guest.emulator.SwappableIommu;
import org.vinculum.hypervisor.host.HostRecords;
import org.vinculum.hypervisor.machine.physical.Allowance;
import org.vinculum.hypervisor.machine.physical.Claim;
import org.vinculum.hypervisor.machine.physical.Claimant;
import org.vinculum.hypervisor.machine.turn.Client;
import org.vinculum.hypervisor.recording.EventDropped;
import org.vinculum.hypervisor.recording.StormStopped;
import org.vinculum.smmu.spec.Words;

/// A virtual IOMMU in its place: traps come in at one side, events at the other, and its lock keeps them apart. Reads take no
/// lock.
final class GuestIommu implements Claimant, Client {
    private final SwappableIommu virtual;
    private final Place place;
    private final Interruption interruption;
    private final Allowance allowance;
    private final GuestFrame frame;
    private final CommandFlow flow;
    private final int budget;
    private final Standing standing;
    private final Suspension suspension;
    private final Succession succession;
    private final TypePlaces types;
    private volatile TypePlace typePlace;

    GuestIommu(
            SwappableIommu virtual,
            Place place,
            Interruption interruption,
            HostMachine machine,
            Allowance allowance) {
        this.virtual = virtual;
        this.place = place;
        this.interruption = interruption;
        this.allowance = allowance;
        this.budget = machine.budget();
        this.frame = new GuestFrame(virtual, interruption.description().registers());
        this.flow = new CommandFlow(virtual, place, machine);
        this.standing = new Standing(virtual, flow);
        this.suspension = new Suspension(standing, virtual, flow);
        this.succession = new Succession(standing, virtual, flow);
        this.types = machine.types();
    }

    Suspension suspension() {
        return suspension;
    }

    /// Who stands there; once it has begun.
    TypePlace typePlace() {
        return typePlace;
    }

    private void whileToldOf(Runnable event) {
        standing.lock();
        try {
            if (standing.life() != Life.STILL) {
                event.run();
                standing.look();
            }
        } finally {
            standing.unlock();
        }
    }

    /// Whether faulting transactions behind it may wait for the guest.
    boolean stalls() {
        return interruption.description().stalls();
    }

    boolean holds(long address) {
        return frame.holds(address);
    }

    /// @param address guest physical, in its frame
    long read(long address, int width) {
        return frame.read(address, width);
    }

    /// @param address guest physical, in its frame
    void write(long address, int width, long value) {
        if (!frame.takes(address, width)) {
            return;
        }
        standing.enter();
        try {
            if (standing.running()) {
                virtual.write(frame.offset(address), width, value);
                flow.goOn(budget);
            }
        } finally {
            standing.unlock();
        }
    }

    @Override
    public int serve(int allowed) {
        return standing.alone(
                () -> standing.running() && !virtual.vacant() ? flow.serve(allowed) : 0);
    }

    @Override
    public void progress() {
        if (flow.waits()) {
            standing.lock();
            try {
                standing.look();
            } finally {
                standing.unlock();
            }
        }
    }

    /// The place of an SMMU among its hosts; -1 when it is not among them.
    int indexOf(Claim claim) {
        return flow.indexOf(claim.smmu());
    }

    List<Tenancy> tenancies() {
        return flow.tenancies();
    }

    /// Begins to serve the guest.
    ///
    /// @param hosts it was made with
    void begin(List<Tenancy> hosts, int weight) {
        standing.lock();
        try {
            hosts.forEach(flow::add);
            flow.begin(this, weight);
        } finally {
            standing.unlock();
        }
        typePlace = types.add(succession, interruption.description().type());
    }

    /// A further one.
    ///
    /// @throws MachineRefusedException when it lacks what the guest has been shown
    void join(Tenancy tenancy) {
        standing.enter();
        try {
            whileToldOf(() -> {
                virtual.join(tenancy.host());
                flow.add(tenancy);
            });
        } finally {
            standing.unlock();
        }
    }

    /// Takes a stream that has been assigned to its host.
    void attach(Claim claim, boolean trusted) {
        standing.enter();
        try {
            whileToldOf(() -> {
                int host = indexOf(claim);
                virtual.attach(new VirtualStream(claim.vsid(), host, claim.psid(), trusted));
                flow.settle(Suspension.PER_STREAM);
            });
        } finally {
            standing.unlock();
        }
    }

    @Override
    public void release(Claim claim, HostRecords last) {
        standing.lock();
        try {
            claim.smmu().driver().release(claim.psid(), last);
            virtual.detach(claim.vsid());
            standing.look();
        } finally {
            standing.unlock();
        }
    }

    @Override
    public void event(Claim claim, Words record) {
        whileToldOf(() -> virtual.event(claim.vsid(), record));
    }

    @Override
    public void pageRequest(Claim claim, Words record) {
        whileToldOf(() -> virtual.pageRequest(claim.vsid(), record));
    }

    @Override
    public void overflow() {
        whileToldOf(virtual::overflow);
    }

    @Override
    public Allowance allowance() {
        return allowance;
    }

    @Override
    public void dropped(Claim claim) {
        EventDropped.lost(place.domain(), place.viommu(), claim.path(), claim.psid().unsigned());
        whileToldOf(virtual::overflow);
    }

    @Override
    public void silence(Claim claim) {
        standing.lock();
        try {
            if (standing.running()) {
                StormStopped.stopped(place.domain(), claim.path(), claim.psid().unsigned());
                flow.tenancy(claim).configure(claim.psid(), new StreamSetting.Abort(), 1);
            }
        } finally {
            standing.unlock();
        }
    }

    @Override
    public void message(Claim claim, int event) {
        interruption.device(claim.vsid(), event);
    }

    /// Whether the guest does not go on.
    boolean still() {
        return standing.alone(() -> !standing.running());
    }

    /// There is no guest any more; streams may still be released.
    void end() {
        if (typePlace != null) {
            types.remove(typePlace);
        }
        standing.lock();
        try {
            if (standing.life() != Life.GONE) {
                standing.life(Life.GONE);
                flow.end();
            }
        } finally {
            standing.unlock();
        }
    }

    GuestTraffic traffic() {
        return standing.alone(() -> {
            VirtualIommu.Counts counts = virtual.counts();
            return new GuestTraffic(
                    counts.commands(),
                    counts.syncs(),
                    counts.hostCommands(),
                    counts.commandErrors(),
                    frame.reads(),
                    frame.writes(),
                    flow.exhausted(),
                    flow.commandsWaited(),
                    counts.events(),
                    counts.eventsDropped(),
                    flow.nanosWaited(),
                    counts.waiting(),
                    counts.stalled());
        });
    }
}
