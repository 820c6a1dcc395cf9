package org.vinculum.hypervisor.guest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
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
        /// Saved, or gone.
        STILL
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final VirtualIommu virtual;
    private final Interruption interruption;
    private final Allowance allowance;
    private final CommandFlow flow;
    private final int budget;
    private final long base;
    private final long size;
    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final Map<StreamId, VirtualStream> streams = new LinkedHashMap<>();
    private Life life = Life.RUNNING;
    private Life heldFrom = Life.RUNNING;
    private long dropped;

    GuestIommu(
            VirtualIommu virtual,
            Interruption interruption,
            HostMachine machine,
            Allowance allowance,
            int weight) {
        this.virtual = virtual;
        this.interruption = interruption;
        this.allowance = allowance;
        this.budget = machine.budget();
        this.base = interruption.description().registers().start().value();
        this.size = virtual.frameSize();
        this.flow = new CommandFlow(virtual, machine, this, weight);
    }

    /// Whether an address is in its frame.
    boolean holds(long address) {
        return Long.compareUnsigned(address - base, size) < 0;
    }

    /// @param address guest physical, in its frame
    long read(long address, int width) {
        reads.increment();
        return regular(address, width) ? virtual.read(address - base, width) : 0;
    }

    /// @param address guest physical, in its frame
    void write(long address, int width, long value) {
        writes.increment();
        if (!regular(address, width)) {
            return;
        }
        lock.lock();
        try {
            if (life == Life.RUNNING) {
                virtual.write(address - base, width, value);
                flow.goOn(budget);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean regular(long address, int width) {
        return (width == Integer.BYTES || width == Long.BYTES)
                && (address & width - 1) == 0
                && address - base <= size - width;
    }

    @Override
    public int serve(int allowed) {
        lock.lock();
        try {
            return life == Life.RUNNING ? flow.serve(allowed) : 0;
        } finally {
            lock.unlock();
        }
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

    private void look() {
        if (life == Life.RUNNING) {
            flow.look();
        }
    }

    /// Whether it has been saved.
    boolean still() {
        lock.lock();
        try {
            return life != Life.RUNNING;
        } finally {
            lock.unlock();
        }
    }

    /// The place of an SMMU among its hosts; -1 when it is not among them.
    int indexOf(Claim claim) {
        return flow.indexOf(claim.smmu());
    }

    List<Tenancy> tenancies() {
        return flow.tenancies();
    }

    /// One of the hosts it was made with.
    void standsOn(Tenancy tenancy) {
        flow.add(tenancy);
    }

    /// A further one.
    ///
    /// @throws MachineRefusedException when it lacks what the guest has been shown
    void join(Tenancy tenancy) {
        lock.lock();
        try {
            virtual.join(tenancy.host());
            flow.add(tenancy);
            look();
        } finally {
            lock.unlock();
        }
    }

    /// Takes a stream that has been assigned to its host.
    void attach(Claim claim, boolean trusted) {
        lock.lock();
        try {
            var stream = new VirtualStream(claim.vsid(), indexOf(claim), claim.psid(), trusted);
            streams.put(claim.vsid(), stream);
            virtual.attach(stream);
            flow.settle(PER_STREAM);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void release(Claim claim, HostRecords last, Runnable deliver) {
        lock.lock();
        try {
            claim.smmu().driver().release(claim.psid(), last);
            deliver.run();
            virtual.detach(claim.vsid());
            streams.remove(claim.vsid());
            look();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void event(Claim claim, Words record) {
        lock.lock();
        try {
            if (life != Life.STILL) {
                virtual.event(claim.vsid(), record);
                look();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void pageRequest(Claim claim, Words record) {
        lock.lock();
        try {
            if (life != Life.STILL) {
                virtual.pageRequest(claim.vsid(), record);
                look();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void overflow() {
        lock.lock();
        try {
            if (life != Life.STILL) {
                virtual.overflow();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Allowance allowance() {
        return allowance;
    }

    @Override
    public void dropped(Claim claim) {
        lock.lock();
        try {
            dropped++;
            if (life != Life.STILL) {
                virtual.overflow();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void silence(Claim claim) {
        lock.lock();
        try {
            if (life == Life.RUNNING) {
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

    /// The guest's writes are ignored from here on, its streams abort.
    ///
    /// @param claims its streams
    /// @throws MachineRefusedException when an SMMU takes no commands any more
    void suspend(List<Claim> claims) {
        lock.lock();
        try {
            if (life == Life.RUNNING) {
                life = Life.ENDING;
                flow.halt();
                flow.drain(DRAIN);
                for (Claim claim : claims) {
                    tenancy(claim).require(claim.psid(), new StreamSetting.Abort());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Its state, once it is suspended and has heard of all that has happened.
    SavedState save() {
        lock.lock();
        try {
            flow.drain(DRAIN);
            life = Life.STILL;
            return virtual.save();
        } finally {
            lock.unlock();
        }
    }

    /// Stops for [#replace].
    ///
    /// @return its state, to come back to
    SavedState hold() {
        lock.lock();
        try {
            heldFrom = life;
            if (life == Life.RUNNING) {
                life = Life.ENDING;
                flow.halt();
                flow.drain(DRAIN);
            }
            return virtual.save();
        } finally {
            lock.unlock();
        }
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
            life = Life.ENDING;
            flow.end();
        } finally {
            lock.unlock();
        }
    }

    GuestTraffic traffic() {
        lock.lock();
        try {
            VirtualIommu.Counts counts = virtual.counts();
            return new GuestTraffic(
                    counts.commands(),
                    counts.syncs(),
                    counts.hostCommands(),
                    counts.commandErrors(),
                    reads.sum(),
                    writes.sum(),
                    flow.exhausted(),
                    flow.commandsWaited(),
                    counts.events(),
                    counts.eventsDropped() + dropped,
                    flow.nanosWaited(),
                    counts.waiting(),
                    counts.stalled());
        } finally {
            lock.unlock();
        }
    }
}
