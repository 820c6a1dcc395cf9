package org.vinculum.hypervisor.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualStream;
import org.vinculum.iommu.SavedState;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// A virtual IOMMU whose guest says by register writes how much there is to do. Fails when two threads are in it.
public final class FakeIommu implements VirtualIommu {
    /// Adds commands that take one host command each.
    public static final long COMMANDS = 0;

    /// Adds a CMD_SYNC behind them.
    public static final long SYNC = 8;

    /// Passes all streams on that have come.
    public static final long PASS = 16;

    public static final long FRAME = 0x2_0000;

    public final GuestSurroundings surroundings;
    public final List<HostSmmu> hosts;
    public final Map<StreamId, VirtualStream> streams = new LinkedHashMap<>();
    public final List<String> told = new ArrayList<>();
    public boolean joins = true;
    public boolean restores = true;
    public long frame = FRAME;

    /// What it does besides when it takes a state over.
    public Runnable whileRestoring = () -> {};

    /// What it does besides when a register is written.
    public Runnable whileWriting = () -> {};

    public int overflows;
    public int largestStep;
    private final AtomicReference<Thread> inside = new AtomicReference<>();
    private final List<VirtualStream> toPass = new ArrayList<>();
    private long commands;
    private long waiting;
    private long syncsWanted;
    private long syncs;
    private long hostCommands;
    private long[] pending;
    private boolean full;

    FakeIommu(GuestSurroundings surroundings, List<HostSmmu> hosts) {
        this.surroundings = surroundings;
        this.hosts = new ArrayList<>(hosts);
    }

    private void enter() {
        if (!inside.compareAndSet(null, Thread.currentThread())) {
            throw new IllegalStateException("two threads use a virtual IOMMU");
        }
    }

    private void leave() {
        inside.set(null);
    }

    @Override
    public long frameSize() {
        return frame;
    }

    @Override
    public long read(long offset, int width) {
        return offset + width;
    }

    @Override
    public void write(long offset, int width, long value) {
        enter();
        whileWriting.run();
        if (offset == COMMANDS) {
            waiting += value;
        } else if (offset == SYNC) {
            syncsWanted += value;
        } else if (offset == PASS) {
            toPass.addAll(streams.values());
        }
        leave();
    }

    @Override
    public boolean ready() {
        return pending == null && !full && (waiting + syncsWanted > 0 || !toPass.isEmpty());
    }

    @Override
    public boolean waits() {
        return pending != null || full;
    }

    @Override
    public int process(int budget) {
        enter();
        int used = 0;
        while (used < budget && ready()) {
            used += step();
        }
        hostCommands += used;
        largestStep = Math.max(largestStep, used);
        leave();
        return used;
    }

    private int step() {
        for (HostSmmu host : hosts) {
            if (host.room() < HostSmmu.SETTING_COMMANDS) {
                full = true;
                return 0;
            }
        }
        if (!toPass.isEmpty()) {
            VirtualStream stream = toPass.removeLast();
            if (streams.get(stream.vsid()) == stream) {
                hosts.get(stream.host()).configure(stream.psid(), new StreamSetting.Bypass());
            }
        } else if (waiting > 0) {
            waiting--;
            commands++;
            hosts.forEach(host -> host.invalidate(0, 0));
        } else {
            syncsWanted--;
            commands++;
            pending = hosts.stream().mapToLong(HostSmmu::sync).toArray();
        }
        return hosts.size();
    }

    @Override
    public void progress() {
        enter();
        full = false;
        if (pending != null && complete()) {
            pending = null;
            syncs++;
        }
        leave();
    }

    private boolean complete() {
        for (int i = 0; i < pending.length; i++) {
            if (hosts.get(i).outcome(pending[i]) == SyncOutcome.PENDING) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void join(HostSmmu host) {
        if (!joins) {
            throw new MachineRefusedException(List.of(host.path() + " lacks what was shown."));
        }
        hosts.add(host);
    }

    @Override
    public void attach(VirtualStream stream) {
        enter();
        streams.put(stream.vsid(), stream);
        toPass.add(stream);
        leave();
    }

    @Override
    public void detach(StreamId vsid) {
        enter();
        streams.remove(vsid);
        told.add("detached " + vsid);
        leave();
    }

    @Override
    public void event(StreamId vsid, Words record) {
        enter();
        told.add("event " + vsid + " " + Long.toHexString(record.word(2)));
        leave();
    }

    @Override
    public void pageRequest(StreamId vsid, Words record) {
        enter();
        told.add("request " + vsid);
        leave();
    }

    @Override
    public void overflow() {
        overflows++;
    }

    @Override
    public Counts counts() {
        return new Counts(
                commands,
                syncs,
                hostCommands,
                0,
                told.size(),
                overflows,
                (int) (waiting + syncsWanted),
                0);
    }

    @Override
    public SavedState save() {
        var registers = new TreeMap<String, Long>();
        registers.put("WAITING", waiting);
        return new SavedState("fake", 1, "fake", registers, List.of(), new TreeMap<>());
    }

    @Override
    public void restore(SavedState state) {
        if (!restores) {
            throw new MachineRefusedException(List.of("The hosts lack what the state needs."));
        }
        whileRestoring.run();
        waiting = state.register("WAITING");
        toPass.addAll(streams.values());
    }
}
