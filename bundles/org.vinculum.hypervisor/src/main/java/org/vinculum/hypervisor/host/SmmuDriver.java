package org.vinculum.hypervisor.host;

import static java.lang.System.Logger.Level.ERROR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.StreamSetting;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.hypervisor.host.ring.CommandRing;
import org.vinculum.hypervisor.host.ring.DeviceTimeouts;
import org.vinculum.hypervisor.host.ring.Stage2Invalidations;
import org.vinculum.hypervisor.host.table.EntryUpdate;
import org.vinculum.hypervisor.host.table.EntryWords;
import org.vinculum.hypervisor.host.table.StreamTable;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// Drives one SMMUv3 as it would silicon: through its registers, and memory that both read and write.
///
/// One lock guards the registers, the rings and the tables. Transactions take no lock. Listeners and devices are called with
/// the lock held and must not come back; [HostRecords] are called without it.
public final class SmmuDriver implements HostDriver {
    private static final System.Logger LOG = System.getLogger("org.vinculum.hypervisor.host");
    private static final int COMMANDS_LOG2 = 12;
    private static final int ATC_EVERYTHING = 52;

    private final String path;
    private final SmmuRegisters registers;
    private final PhysicalMemory memory;
    private final TableAllocator allocator;
    private final HostInterrupts interrupts;
    private final Identity identity;
    private final StreamTable table;
    private final Stage2Invalidations stage2;
    private final EntryWords words;
    private final Map<StreamId, OwnedStream> streams = new LinkedHashMap<>();
    private final long[] entry = new long[StreamTableEntry.SIZE / Long.BYTES];
    private final Object lock = new Object();
    private CommandRing ring;
    private EntryUpdate update;
    private Records records;

    /// @param path as the machine's description has it
    /// @param model in the state after reset, or whatever was left of it; nobody else drives it
    /// @param memory host physical, where the SMMU reaches it
    /// @param allocator gives memory that `memory` reaches
    /// @param interrupts that the model was made with
    public SmmuDriver(
            String path,
            IommuModel model,
            PhysicalMemory memory,
            TableAllocator allocator,
            HostInterrupts interrupts) {
        this.path = path;
        this.registers = new SmmuRegisters(model);
        this.memory = memory;
        this.allocator = allocator;
        this.interrupts = interrupts;
        this.identity = new Identity(registers);
        this.table = new StreamTable(memory, allocator, identity);
        this.stage2 = new Stage2Invalidations(identity);
        this.words = new EntryWords(identity);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public long identification(String name) {
        return identity.register(name);
    }

    @Override
    public boolean nests() {
        return identity.nests();
    }

    @Override
    public boolean has(StreamId psid) {
        return table.covers(psid);
    }

    @Override
    public void start() {
        synchronized (lock) {
            Startup startup = new Startup(path, identity, registers);
            startup.reset();
            ring =
                    new CommandRing(
                            registers,
                            memory,
                            Records.ring(
                                    allocator,
                                    Math.min(COMMANDS_LOG2, identity.commandsLog2()),
                                    Command.SIZE),
                            identity.errata().longestBatch(),
                            interrupts::take);
            update = new EntryUpdate(memory, ring);
            records = new Records(registers, memory, allocator, identity, streams::containsKey);
            startup.run(table, ring, records);
        }
    }

    @Override
    public HostSmmu admit(Stage2 domain) {
        return new DomainSmmu(this, domain);
    }

    @Override
    public void assign(StreamId psid, HostSmmu owner, boolean trusted) {
        if (!(owner instanceof DomainSmmu domain) || domain.driver() != this || !has(psid)) {
            throw new IllegalArgumentException("stream " + psid + " is not one of " + path);
        }
        synchronized (lock) {
            if (streams.containsKey(psid)) {
                throw new IllegalArgumentException(
                        "stream " + psid + " of " + path + " is not free");
            }
            long address = table.entry(psid);
            ring.append(Commands.entry(psid), 0);
            settle();
            streams.put(psid, new OwnedStream(psid, domain, trusted, address));
        }
    }

    @Override
    public void release(StreamId psid, HostRecords last) {
        Collected collected;
        synchronized (lock) {
            OwnedStream stream = streams.get(psid);
            if (stream == null) {
                throw new IllegalArgumentException("nobody has stream " + psid + " of " + path);
            }
            words.write(new StreamSetting.Abort(), stream.owner().stage2(), false, entry);
            if (!update.install(psid.value(), stream.entry(), entry)) {
                throw stuck();
            }
            settle();
            if (identity.stalls()) {
                ring.append(Commands.stallTerm(psid), 0);
                settle();
            }
            forgetInDevice(stream);
            collected = records.all();
            streams.remove(psid);
        }
        collected.deliver(last);
    }

    @Override
    public void forget(int vmid) {
        synchronized (lock) {
            if (identity.stage2()) {
                stage2.all(ring, vmid);
                settle();
            }
        }
    }

    @Override
    public void invalidateStage2(int vmid, long ipa, long size) {
        synchronized (lock) {
            stage2.part(ring, vmid, ipa, size);
            settle();
            for (OwnedStream stream : streams.values()) {
                if (stream.trusted() && stream.owner().stage2().vmid() == vmid) {
                    forgetInDevice(stream);
                }
            }
        }
    }

    /// A device that does not answer holds nothing that it can still use: its stream aborts, or it was trusted.
    private void forgetInDevice(OwnedStream stream) {
        if (stream.cached()) {
            ring.separate();
            ring.append(Commands.device(stream.psid()), AtcInv.SIZE.of(ATC_EVERYTHING));
            await(ring.appendSync(DeviceTimeouts.UNHEARD));
        }
    }

    /// Everything that was commanded is complete.
    private void settle() {
        if (!ring.settled()) {
            await(ring.appendSync(null));
        }
    }

    private void await(long sync) {
        if (!ring.await(sync)) {
            throw stuck();
        }
    }

    private IllegalStateException stuck() {
        return new IllegalStateException(path + " does not complete its commands");
    }

    @Override
    public boolean work(int budget) {
        synchronized (lock) {
            return ring.work(Math.max(1, budget));
        }
    }

    @Override
    public boolean drain(HostRecords to, int most) {
        Collected collected;
        synchronized (lock) {
            ring.mend();
            collected = records.take(most);
            if (ring.takeEventsLost()) {
                collected.lost();
            }
            refuse(collected.unanswered());
        }
        return collected.deliver(to);
    }

    /// Page requests of streams that nobody has.
    private void refuse(List<Words> pageRequests) {
        for (Words request : pageRequests) {
            if (ring.room() > 0) {
                ring.append(Commands.answer(request), PageRequest.PRG_INDEX.inPlace(request));
                ring.work(1);
            }
        }
    }

    @Override
    public void onRecords(Runnable listener) {
        interrupts.onEdge(listener);
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return registers.model().translate(streamId, substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return registers
                .model()
                .requestTranslation(streamId, substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        registers.model().requestPage(streamId, substreamId, address, access, group, last);
    }

    @Override
    public HostTraffic traffic() {
        synchronized (lock) {
            return new HostTraffic(
                    path,
                    ring.written(),
                    ring.syncs().last(),
                    ring.counters().commandErrors(),
                    ring.counters().deviceTimeouts(),
                    ring.counters().syncTimeouts(),
                    records.taken(),
                    records.unclaimed(),
                    records.overflows(),
                    0,
                    0,
                    ring.filled());
        }
    }

    Object lock() {
        return lock;
    }

    CommandRing ring() {
        return ring;
    }

    Identity identity() {
        return identity;
    }

    /// The stream, if the domain has it.
    OwnedStream owned(StreamId psid, DomainSmmu owner) {
        OwnedStream stream = streams.get(psid);
        if (stream == null || stream.owner() != owner) {
            throw new IllegalArgumentException(
                    "stream " + psid + " of " + path + " is not the domain's");
        }
        return stream;
    }

    /// @return commands it took
    int configure(OwnedStream stream, StreamSetting setting) {
        long before = ring.written();
        words.write(setting, stream.owner().stage2(), stream.trusted(), entry);
        if (StreamTableEntry.EATS.isSet(entry[1])) {
            stream.mayCache();
        }
        if (!update.install(stream.psid().value(), stream.entry(), entry)) {
            LOG.log(ERROR, () -> path + " does not complete the setting of " + stream.psid());
        }
        return (int) (ring.written() - before);
    }
}
