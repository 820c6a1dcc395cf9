package org.vinculum.viommu.stream;

import java.util.Arrays;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.VirtualStream;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.command.TlbiNhAll;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.stall.Stalls;

/// The streams behind the virtual SMMU, in the order of their IDs, and how they follow the guest's stream table while SMMUEN
/// is 1, GBPA while it is 0 (IHI 0070, 3.11).
///
/// A change that concerns all of them begins a new epoch; [#settle] brings them into it one by one.
public final class GuestStreams {
    private static final long FORGET_ALL = new TlbiNhAll(0).encode().word(0);

    /// A setting, an invalidation before it and the end of stalls behind it.
    private static final int FOLLOWING_COMMANDS = 1 + HostSmmu.SETTING_COMMANDS + 1;

    private final GuestRegisters registers;
    private final HostsInUse hosts;
    private final Stalls stalls;
    private final GuestStreamTable table;
    private GuestStream[] streams = {};
    private int epoch;
    private int settled;
    private boolean announce;

    public GuestStreams(
            GuestRegisters registers,
            PhysicalMemory memory,
            HostsInUse hosts,
            Stalls stalls,
            Shown shown) {
        this.registers = registers;
        this.hosts = hosts;
        this.stalls = stalls;
        this.table = new GuestStreamTable(memory, registers, shown);
    }

    /// A stream has come; it aborts until [#settle] has been there.
    public void attach(VirtualStream place) {
        int at = ceiling(place.vsid().unsigned());
        GuestStream[] more = Arrays.copyOf(streams, streams.length + 1);
        System.arraycopy(streams, at, more, at + 1, streams.length - at);
        more[at] = new GuestStream(place, hosts.get(place.host()), epoch - 1);
        streams = more;
        hosts.join(place.host());
        settled = Math.min(settled, at);
    }

    /// A stream is gone. Nothing happens when it is not there.
    public void detach(StreamId vsid) {
        GuestStream gone = find(vsid.value());
        if (gone == null) {
            return;
        }
        int at = ceiling(vsid.unsigned());
        GuestStream[] fewer = Arrays.copyOf(streams, streams.length - 1);
        System.arraycopy(streams, at + 1, fewer, at, fewer.length - at);
        streams = fewer;
        settled -= at < settled ? 1 : 0;
        hosts.leave(gone.hostIndex());
    }

    /// @param vsid 32 bits unsigned
    /// @return null when the guest has no such stream
    public GuestStream find(int vsid) {
        long id = Integer.toUnsignedLong(vsid);
        int at = ceiling(id);
        return at < streams.length && idAt(at) == id ? streams[at] : null;
    }

    /// The place of the first stream whose ID is not below another; [#count()] when there is none.
    public int ceiling(long id) {
        int low = 0;
        int high = streams.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (idAt(middle) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public int count() {
        return streams.length;
    }

    /// @param place 0 to [#count()] - 1
    public GuestStream at(int place) {
        return streams[place];
    }

    private long idAt(int place) {
        return streams[place].vsid().unsigned();
    }

    /// Whether what was decided about a stream holds still.
    public boolean decided(GuestStream stream) {
        return stream.decidedIn(epoch);
    }

    /// Begins to take over a state from elsewhere: what is not [#restore]d is decided anew, and whatever the hosts do now is
    /// replaced.
    public void forget() {
        beginEpoch();
        hosts.takenOver();
        for (GuestStream stream : streams) {
            stream.forget();
        }
    }

    /// Takes over what was decided about a stream elsewhere.
    public void restore(GuestStream stream, StreamDecision decision) {
        stream.decided(decision, epoch);
    }

    /// SMMUEN was written: every stream follows something else from now on.
    public void enabledChanged() {
        beginEpoch();
    }

    /// GBPA was written.
    public void bypassChanged() {
        if (registers.smmuEnabled()) {
            announce = true;
        } else {
            beginEpoch();
        }
    }

    private void beginEpoch() {
        epoch++;
        settled = 0;
        announce = true;
    }

    /// Whether [#settle] has something to do.
    public boolean due() {
        return settled < streams.length || announce;
    }

    /// Brings streams to what they should follow.
    ///
    /// @return whether nothing is left to do
    public boolean settle(Budget budget) {
        while (settled < streams.length) {
            if (!settle(streams[settled], budget)) {
                return false;
            }
            settled++;
        }
        if (announce) {
            announce = false;
            registers.smmuEnableComplete();
            registers.bypassComplete();
        }
        return true;
    }

    private boolean settle(GuestStream stream, Budget budget) {
        if (stream.decidedIn(epoch) && stream.settled()) {
            return true;
        }
        if (!budget.allows(stream.host(), FOLLOWING_COMMANDS)) {
            return false;
        }
        refresh(stream, budget);
        if (!stream.decidedIn(epoch)) {
            stream.decided(decide(stream), epoch);
        }
        install(stream, budget);
        if (!registers.smmuEnabled()) {
            endStalls(stream, budget);
        }
        return true;
    }

    /// A host that held no stream for a while has not heard what the guest invalidated meanwhile.
    private void refresh(GuestStream stream, Budget budget) {
        if (hosts.stale(stream.hostIndex())) {
            stream.host().invalidate(FORGET_ALL, 0);
            hosts.touch(stream.hostIndex());
            hosts.fresh(stream.hostIndex());
            budget.spend(1);
        }
    }

    private StreamDecision decide(GuestStream stream) {
        if (registers.smmuEnabled()) {
            return table.decide(stream.vsid());
        }
        boolean abort = Gbpa.ABORT.isSet(registers.gbpa());
        return StreamDecision.Valid.of(
                abort ? new StreamSetting.Abort() : new StreamSetting.Bypass());
    }

    /// Clearing SMMUEN ends what waits (IHI 0070, 6.3.9.6).
    private void endStalls(GuestStream stream, Budget budget) {
        if (stalls.count(stream.vsid().value()) > 0) {
            stream.host().terminateStalls(stream.psid());
            hosts.touch(stream.hostIndex());
            stalls.drop(stream.vsid().value());
            budget.spend(1);
        }
    }

    /// The guest says that it has changed the configuration of a stream. What has not changed is not installed again, unless
    /// events have come: then the hypervisor may have silenced the stream until its guest does something about it.
    ///
    /// @return false when the step has to wait for its turn or for room
    public boolean configure(GuestStream stream, Budget budget) {
        if (!budget.allows(stream.host(), HostSmmu.SETTING_COMMANDS)) {
            return false;
        }
        stream.decided(table.decide(stream.vsid()), epoch);
        if (!stream.settled() || stream.reportedSince()) {
            budget.spend(stream.install());
        } else if (stream.translates()) {
            stream.host().invalidateContexts(stream.psid());
            hosts.touch(stream.hostIndex());
            budget.spend(1);
        } else {
            budget.effort();
        }
        return true;
    }

    /// Its device has issued something. A missing entry is nothing that an SMMU remembers: software that makes a table of the
    /// second level announces the one stream it made it for, and the others are found there as well.
    public void heardOf(GuestStream stream) {
        if (registers.smmuEnabled() && stream.decision() instanceof StreamDecision.NoEntry) {
            stream.decided(table.decide(stream.vsid()), epoch);
            settled = Math.min(settled, ceiling(stream.vsid().unsigned()));
        }
    }

    private static void install(GuestStream stream, Budget budget) {
        if (stream.settled()) {
            budget.effort();
        } else {
            budget.spend(stream.install());
        }
    }
}
