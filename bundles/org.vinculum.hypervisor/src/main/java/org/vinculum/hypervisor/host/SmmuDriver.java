package org.vinculum.hypervisor.host;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.hypervisor.host.flight.Flights;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.hypervisor.host.ring.CommandRing;
import org.vinculum.hypervisor.host.ring.Stage2Invalidations;
import org.vinculum.hypervisor.host.table.StreamRights;
import org.vinculum.hypervisor.host.table.StreamTable;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.swap.ModelFailedException;
import org.vinculum.swap.SwapSettings;
import org.vinculum.swap.SwappableModel;

/// Drives one SMMUv3 as it would silicon: through its registers, and memory that both read and write.
///
/// One lock guards the registers, the rings and the tables. Transactions take no lock. Listeners and devices are called with
/// the lock held and must not come back; [HostRecords] are called without it.
///
/// While nobody stands for the SMMU, calls that need it wait without the lock; commands may be written meanwhile.
public final class SmmuDriver implements HostDriver {
    private static final int COMMANDS_LOG2 = 12;

    private final String path;
    private final SmmuRegisters registers;
    private final PhysicalMemory memory;
    private final TableAllocator allocator;
    private final HostInterrupts interrupts;
    private final Identity identity;
    private final StreamTable table;
    private final Stage2Invalidations stage2;
    private final Flights flights = new Flights();
    private final Object lock = new Object();
    private final Function<ModelPlace.Driven, ModelPlace> swapped;
    private CommandRing ring;
    private Completion completion;
    private Streams streams;
    private Records records;
    private ModelPlace place;

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
        this(path, model, memory, allocator, interrupts, _ -> null);
    }

    /// Over a model whose place another may take.
    ///
    /// @param settings how long that may last
    public SmmuDriver(
            String path,
            SwappableModel model,
            SwapSettings settings,
            PhysicalMemory memory,
            TableAllocator allocator,
            HostInterrupts interrupts) {
        this(
                path,
                model,
                memory,
                allocator,
                interrupts,
                driven -> new ModelPlace(path, model, settings, driven));
    }

    private SmmuDriver(
            String path,
            IommuModel model,
            PhysicalMemory memory,
            TableAllocator allocator,
            HostInterrupts interrupts,
            Function<ModelPlace.Driven, ModelPlace> swapped) {
        this.path = path;
        this.registers = new SmmuRegisters(model);
        this.memory = memory;
        this.allocator = allocator;
        this.interrupts = interrupts;
        this.identity = new Identity(registers);
        this.table = new StreamTable(memory, allocator, identity);
        this.stage2 = new Stage2Invalidations(identity);
        this.swapped = swapped;
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
        return identity.nests() && (place == null || place.nests());
    }

    @Override
    public String nestingErratum() {
        return identity.errata().againstNesting();
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
            ring = ring();
            completion = new Completion(path, ring);
            streams = new Streams(memory, identity, table, ring, completion);
            records = new Records(registers, memory, allocator, identity, streams::claimed);
            startup.run(table, ring, records);
            place =
                    swapped.apply(
                            new ModelPlace.Driven(
                                    lock, identity, flights, interrupts, ring, streams));
            if (place != null) {
                registers.remedy(place::fallBack);
            }
        }
    }

    private CommandRing ring() {
        int log2Size = Math.min(COMMANDS_LOG2, identity.commandsLog2());
        return new CommandRing(
                path,
                registers,
                memory,
                Records.ring(allocator, log2Size, Command.SIZE),
                identity.errata().longestBatch(),
                interrupts::take,
                flights);
    }

    @Override
    public HostSmmu admit(Stage2 domain) {
        return new DomainSmmu(this, domain, identity, lock, ring, streams);
    }

    @Override
    public Optional<ModelPlace> place() {
        return Optional.ofNullable(place);
    }

    @Override
    public void awaitModel() {
        if (vacant()) {
            synchronized (lock) {
                place.await();
            }
        }
    }

    /// Whether nobody stands for it, so that everybody waits.
    boolean vacant() {
        return place != null && place.vacant();
    }

    @Override
    public boolean recover(ModelFailedException failure) {
        return place.recover(failure);
    }

    @Override
    public void assign(StreamId psid, HostSmmu owner, boolean trusted) {
        assign(psid, owner, new StreamRights(false, trusted, false));
    }

    @Override
    public void assign(StreamId psid, HostSmmu owner, boolean trusted, boolean stalls) {
        assign(psid, owner, new StreamRights(true, trusted, stalls));
    }

    private void assign(StreamId psid, HostSmmu owner, StreamRights rights) {
        if (!(owner instanceof DomainSmmu domain) || !domain.isOf(this) || !has(psid)) {
            throw new IllegalArgumentException("stream " + psid + " is not one of " + path);
        }
        synchronized (lock) {
            awaitModel();
            if (rights.nests() && !nests()) {
                throw new MachineRefusedException(List.of(refusalToNest()));
            }
            streams.assign(psid, domain, rights);
        }
    }

    @Override
    public void release(StreamId psid, HostRecords last) {
        Collected collected;
        synchronized (lock) {
            awaitModel();
            streams.quieten(psid);
            collected = records.all();
            refuse(collected.unanswered());
        }
        collected.deliver(last);
        synchronized (lock) {
            streams.free(psid);
        }
    }

    @Override
    public void forget(int vmid) {
        synchronized (lock) {
            awaitModel();
            if (identity.stage2()) {
                stage2.all(ring, vmid);
                completion.all();
            }
        }
    }

    @Override
    public void invalidateStage2(int vmid, long ipa, long size) {
        synchronized (lock) {
            awaitModel();
            stage2.part(ring, vmid, ipa, size);
            completion.all();
            streams.forgetInTrusted(vmid);
        }
    }

    @Override
    public boolean work(int budget) {
        synchronized (lock) {
            return !vacant() && ring.work(Math.max(1, budget));
        }
    }

    @Override
    public boolean drain(HostRecords to, int most) {
        Collected collected;
        synchronized (lock) {
            if (vacant()) {
                return false;
            }
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
    public Flights flights() {
        return flights;
    }

    @Override
    public void onRecords(Runnable listener) {
        interrupts.onEdge(listener);
        synchronized (lock) {
            if (records != null && !vacant() && records.any()) {
                listener.run();
            }
        }
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
}
