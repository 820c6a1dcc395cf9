package org.vinculum.hypervisor.guest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualStream;
import org.vinculum.hypervisor.host.HostRecords;
import org.vinculum.hypervisor.machine.physical.Allowance;
import org.vinculum.hypervisor.machine.physical.Claim;
import org.vinculum.hypervisor.machine.physical.Claimant;
import org.vinculum.hypervisor.machine.turn.Client;
import org.vinculum.hypervisor.recording.EventDropped;
import org.vinculum.hypervisor.recording.StormStopped;
import org.vinculum.iommu.SavedState;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// A virtual IOMMU in its place: traps come in at one side, events at the other, and its lock keeps them apart. Reads take no
/// lock.
final class GuestIommu implements Claimant, Client {
    /// Host commands to set one stream up, and what a virtual IOMMU may want besides.
    private static final int PER_STREAM = 4 * HostSmmu.SETTING_COMMANDS;

    /// Looks at the hosts until what has been given is complete; a ring holds no more.
    private static final int DRAIN = 1 << 16;

    private enum Life {
        RUNNING,
        /// Nothing more is done for the guest, what has happened is still told.
        ENDING,
        /// Saved; the guest is told nothing.
        STILL,
        GONE
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final VirtualIommu virtual;
    private final Place place;
    private final Interruption interruption;
    private final Allowance allowance;
    private final GuestFrame frame;
    private final CommandFlow flow;
    private final int budget;
    private final Map<StreamId, VirtualStream> streams = new LinkedHashMap<>();
    private Life life = Life.RUNNING;
    private Life heldFrom = Life.RUNNING;

    GuestIommu(
            VirtualIommu virtual,
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
    }

    private <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void whileToldOf(Runnable event) {
        lock.lock();
        try {
            if (life != Life.STILL) {
                event.run();
                look();
            }
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        if (life == Life.RUNNING) {
            flow.look();
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
        lock.lock();
        try {
            if (life == Life.RUNNING) {
                virtual.write(frame.offset(address), width, value);
                flow.goOn(budget);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int serve(int allowed) {
        return alone(() -> life == Life.RUNNING ? flow.serve(allowed) : 0);
    }

    @Override
    public void progress() {
        if (flow.waits()) {
            lock.lock();
            try {
                look();
            } finally {
                lock.unlock();
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
        lock.lock();
        try {
            hosts.forEach(flow::add);
            flow.begin(this, weight);
        } finally {
            lock.unlock();
        }
    }

    /// A further one.
    ///
    /// @throws MachineRefusedException when it lacks what the guest has been shown
    void join(Tenancy tenancy) {
        whileToldOf(() -> {
            virtual.join(tenancy.host());
            flow.add(tenancy);
        });
    }

    /// Takes a stream that has been assigned to its host.
    void attach(Claim claim, boolean trusted) {
        whileToldOf(() -> {
            var stream = new VirtualStream(claim.vsid(), indexOf(claim), claim.psid(), trusted);
            streams.put(claim.vsid(), stream);
            virtual.attach(stream);
            flow.settle(PER_STREAM);
        });
    }

    @Override
    public void release(Claim claim, HostRecords last) {
        lock.lock();
        try {
            claim.smmu().driver().release(claim.psid(), last);
            virtual.detach(claim.vsid());
            streams.remove(claim.vsid());
            look();
        } finally {
            lock.unlock();
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
        lock.lock();
        try {
            if (life == Life.RUNNING) {
                StormStopped.stopped(place.domain(), claim.path(), claim.psid().unsigned());
                tenancy(claim).configure(claim.psid(), new StreamSetting.Abort(), 1);
            }
        } finally {
            lock.unlock();
        }
    }

    private Tenancy tenancy(Claim claim) {
        return flow.tenancies().get(indexOf(claim));
    }

    @Override
    public void message(Claim claim, int event) {
        interruption.device(claim.vsid(), event);
    }

    /// Whether the guest does not go on.
    boolean still() {
        return alone(() -> life != Life.RUNNING);
    }

    /// The guest's writes are ignored from here on, its streams abort.
    ///
    /// @param claims its streams
    /// @throws MachineRefusedException when an SMMU takes no commands any more
    void suspend(List<Claim> claims) {
        lock.lock();
        try {
            if (life == Life.RUNNING) {
                halt();
                for (Claim claim : claims) {
                    tenancy(claim).require(claim.psid(), new StreamSetting.Abort());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void halt() {
        life = Life.ENDING;
        flow.halt();
        flow.drain(DRAIN);
    }

    /// Its state, once it is suspended and has heard of all that has happened.
    SavedState save() {
        return alone(() -> {
            flow.drain(DRAIN);
            life = Life.STILL;
            return virtual.save();
        });
    }

    /// Stops for [#replace].
    ///
    /// @return its state, to come back to
    SavedState hold() {
        return alone(() -> {
            heldFrom = life;
            if (life == Life.RUNNING) {
                halt();
            }
            return virtual.save();
        });
    }

    /// @throws MachineRefusedException when it cannot take the state over; it is then as it was
    void replace(SavedState state) {
        lock.lock();
        try {
            if (heldFrom == Life.STILL) {
                plugAnew();
            }
            virtual.restore(state);
        } finally {
            lock.unlock();
        }
    }

    /// Its streams were made to abort behind its back; now it finds them so.
    private void plugAnew() {
        for (VirtualStream stream : streams.values()) {
            virtual.detach(stream.vsid());
            virtual.attach(stream);
        }
    }

    /// Goes on after [#hold].
    ///
    /// @param anew whatever it was before, it runs
    void resume(boolean anew) {
        lock.lock();
        try {
            life = anew ? Life.RUNNING : heldFrom;
            if (life == Life.RUNNING) {
                flow.settle((1 + streams.size()) * PER_STREAM);
            }
        } finally {
            lock.unlock();
        }
    }

    /// There is no guest any more; streams may still be released.
    void end() {
        lock.lock();
        try {
            if (life != Life.GONE) {
                life = Life.GONE;
                flow.end();
            }
        } finally {
            lock.unlock();
        }
    }

    GuestTraffic traffic() {
        return alone(() -> {
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
