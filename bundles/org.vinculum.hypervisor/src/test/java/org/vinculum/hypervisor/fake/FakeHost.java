package org.vinculum.hypervisor.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.StreamSetting;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.hypervisor.host.HostRecords;
import org.vinculum.hypervisor.host.Stage2;
import org.vinculum.hypervisor.host.flight.Flights;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// A driver of nothing: a ring that counts, and lists of what was asked for. Says so when it is used against its contract.
public final class FakeHost implements HostDriver {
    private final Flights flights = new Flights();

    /// Stage 1 and 2, AArch64 tables, coherent, little endian, 16 bits of VMID.
    public static final long IDR0 = 0x0244_001b;

    /// 48 bits, all granules.
    public static final long IDR5 = 0x75;

    private static final int RING = 4096;
    private static final int STREAMS = 1 << 16;

    public final String path;
    public final Map<String, Long> identification = new HashMap<>();
    public final Map<StreamId, StreamSetting> settings = new HashMap<>();
    public final Set<StreamId> stalling = new HashSet<>();
    public final List<Integer> forgotten = new ArrayList<>();
    public final List<String> invalidated = new ArrayList<>();
    public boolean nests = true;
    public boolean starts = true;

    /// Takes commands, but executes none.
    public boolean stuck;

    final Map<StreamId, FakeHostSmmu> owners = new HashMap<>();
    private final Queue<Consumer> records = new ArrayDeque<>();
    private final Set<Integer> vmids = new HashSet<>();
    private Runnable listener = () -> {};
    private long given;
    private long executed;
    private long mostExecuted;

    private interface Consumer {
        void deliver(HostRecords to);
    }

    public FakeHost(String path) {
        this.path = path;
        identification.put("IDR0", IDR0);
        identification.put("IDR5", IDR5);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public long identification(String name) {
        return identification.getOrDefault(name, 0L);
    }

    @Override
    public boolean nests() {
        return nests;
    }

    @Override
    public boolean has(StreamId psid) {
        return psid.unsigned() < STREAMS;
    }

    @Override
    public void start() {
        if (!starts) {
            throw new MachineRefusedException(List.of(path + " does not come up."));
        }
    }

    @Override
    public synchronized HostSmmu admit(Stage2 stage2) {
        if (!vmids.add(stage2.vmid())) {
            throw new IllegalStateException("VMID " + stage2.vmid() + " has not been forgotten");
        }
        return new FakeHostSmmu(this, stage2);
    }

    @Override
    public synchronized void assign(StreamId psid, HostSmmu owner, boolean trusted) {
        if (owners.putIfAbsent(psid, (FakeHostSmmu) owner) != null) {
            throw new IllegalArgumentException(psid + " is not free");
        }
        settings.put(psid, new StreamSetting.Abort());
    }

    @Override
    public synchronized void assign(
            StreamId psid, HostSmmu owner, boolean trusted, boolean stalls) {
        assign(psid, owner, trusted);
        if (stalls) {
            stalling.add(psid);
        }
    }

    @Override
    public void release(StreamId psid, HostRecords last) {
        List<Consumer> left;
        synchronized (this) {
            if (!owners.containsKey(psid)) {
                throw new IllegalArgumentException("nobody has " + psid);
            }
            settings.remove(psid);
            left = List.copyOf(records);
            records.clear();
        }
        left.forEach(record -> record.deliver(last));
        synchronized (this) {
            owners.remove(psid);
        }
    }

    @Override
    public synchronized void forget(int vmid) {
        if (owners.values().stream().anyMatch(owner -> owner.stage2().vmid() == vmid)) {
            throw new IllegalStateException("VMID " + vmid + " is in use");
        }
        forgotten.add(vmid);
        vmids.remove(vmid);
    }

    @Override
    public synchronized void invalidateStage2(int vmid, long ipa, long size) {
        invalidated.add("%d: %x+%x".formatted(vmid, ipa, size));
    }

    @Override
    public synchronized boolean work(int budget) {
        long now = stuck ? 0 : Math.min(budget, given - executed);
        executed += now;
        mostExecuted = Math.max(mostExecuted, now);
        return executed != given;
    }

    @Override
    public boolean drain(HostRecords to, int most) {
        List<Consumer> taken = new ArrayList<>();
        boolean more;
        synchronized (this) {
            while (taken.size() < most && !records.isEmpty()) {
                taken.add(records.remove());
            }
            more = !records.isEmpty();
        }
        taken.forEach(record -> record.deliver(to));
        return more;
    }

    @Override
    public Flights flights() {
        return flights;
    }

    @Override
    public void onRecords(Runnable told) {
        listener = told;
    }

    /// The SMMU records an event, if the stream does not abort in silence.
    public void event(int psid, Words record) {
        record(psid, to -> to.event(new StreamId(psid), record));
    }

    public void pageRequest(int psid, Words record) {
        record(psid, to -> to.pageRequest(new StreamId(psid), record));
    }

    private void record(int psid, Consumer record) {
        synchronized (this) {
            if (settings.get(new StreamId(psid)) instanceof StreamSetting.Abort) {
                return;
            }
            records.add(record);
        }
        listener.run();
    }

    public void overflow() {
        synchronized (this) {
            records.add(HostRecords::overflow);
        }
        listener.run();
    }

    synchronized int room() {
        return (int) (RING - (given - executed));
    }

    /// @return how many have been given so far
    synchronized long give(int commands) {
        if (room() < commands) {
            throw new IllegalStateException("no room for " + commands);
        }
        given += commands;
        return given;
    }

    synchronized boolean done(long command) {
        return executed >= command;
    }

    /// Commands of domains, ever.
    public synchronized long given() {
        return given;
    }

    public synchronized long executed() {
        return executed;
    }

    public synchronized StreamSetting setting(int psid) {
        return settings.get(new StreamId(psid));
    }

    /// Domains that have been admitted and not been forgotten.
    public synchronized int tenants() {
        return vmids.size();
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        if (address % 2 == 0) {
            outcome.remembered(0, 0, 4096);
        } else {
            outcome.translated(0, 0, 4096);
        }
        return address;
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return address;
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {}

    @Override
    public synchronized HostTraffic traffic() {
        return new HostTraffic(path, given, 0, 0, 0, 0, 0, 0, 0, 0, 0, (int) (given - executed));
    }
}
