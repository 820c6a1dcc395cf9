package org.vinculum.guest.driver;

import java.util.BitSet;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.PriqCons;
import org.vinculum.smmu.spec.register.PriqProd;

/// The driver of one SMMUv3. Belongs to one thread, but for [#raise] and [#counts].
public final class GuestDriver {
    private final Features features;
    private final GuestPages pages;
    private final GuestWords words;
    private final ControlRegisters registers;
    private final PendingInterrupts pending = new PendingInterrupts();
    private final DriverCounts counts = new DriverCounts();
    private final GlobalErrors errors;
    private final CommandBatch batch;
    private final Invalidations invalidations;
    private final StreamTable streams;
    private final RecordQueue events;
    private final RecordQueue pageRequests;
    private final Reports reports;
    private final BitSet asids = new BitSet();

    /// Finds out what the SMMU is, and brings it up with every stream aborting.
    ///
    /// @param pages memory for queues and tables
    /// @throws DriverRefusedException when the driver does not want it, or it does not come up
    public GuestDriver(
            GuestHardware hardware, GuestPages pages, DriverOptions options, FaultHandler handler) {
        this.features = Features.of(hardware);
        Refusals.check(features);
        this.pages = pages;
        this.words = new GuestWords(hardware.memory());
        this.registers = new ControlRegisters(hardware, options.patience());
        this.errors = new GlobalErrors(registers, words, pending, counts);
        CommandQueue commands = commands(hardware, options);
        errors.watch(commands.ring());
        this.batch = new CommandBatch(commands, features.needsEarlySyncs());
        this.invalidations = new Invalidations(batch, features.ranges());
        this.streams = new StreamTable(features, pages, words);
        this.events = events(options);
        this.pageRequests = features.pageRequests() ? pageRequests(options) : null;
        this.reports = new Reports(batch, handler);
        new Reset(registers, features, invalidations)
                .run(
                        streams,
                        commands,
                        events,
                        pageRequests,
                        new InterruptSetup(registers, features, options));
        asids.set(0);
    }

    private CommandQueue commands(GuestHardware hardware, DriverOptions options) {
        int bits = Math.min(options.commandBits(), features.idr1().get(Idr1.CMDQS));
        return new CommandQueue(
                hardware,
                QueueMemory.make(pages, bits, Command.SIZE),
                features.idr0().has(Idr0.MSI) && options.coherent(),
                errors,
                counts,
                options.patience());
    }

    private RecordQueue events(DriverOptions options) {
        int bits = Math.min(options.eventBits(), features.idr1().get(Idr1.EVENTQS));
        return new RecordQueue(
                registers,
                words,
                QueueMemory.make(pages, bits, Event.SIZE),
                options.page0Only() ? EventqProd.ALIAS_OFFSET : EventqProd.OFFSET,
                options.page0Only() ? EventqCons.ALIAS_OFFSET : EventqCons.OFFSET,
                counts);
    }

    private RecordQueue pageRequests(DriverOptions options) {
        int bits = Math.min(options.eventBits(), features.idr1().get(Idr1.PRIQS));
        return new RecordQueue(
                registers,
                words,
                QueueMemory.make(pages, bits, PageRequest.SIZE),
                options.page0Only() ? PriqProd.ALIAS_OFFSET : PriqProd.OFFSET,
                options.page0Only() ? PriqCons.ALIAS_OFFSET : PriqCons.OFFSET,
                counts);
    }

    public Features features() {
        return features;
    }

    public DriverCounts counts() {
        return counts;
    }

    /// Makes an empty address space.
    ///
    /// @throws IllegalStateException when ASIDs or memory have run out
    public AddressSpace addressSpace() {
        int asid = asids.nextClearBit(0);
        if (asid >= 1 << features.asidBits()) {
            throw new IllegalStateException("all ASIDs are taken");
        }
        asids.set(asid);
        PageTable table = new PageTable(pages, words);
        return new AddressSpace(table, asid, features.outputBits(), invalidations);
    }

    /// Gives an address space up; what was mapped in it is not reached any more.
    ///
    /// @throws IllegalArgumentException when a device is attached to it
    public void release(AddressSpace space) {
        if (space.isUsed()) {
            throw new IllegalArgumentException("ASID " + space.asid() + " is in use");
        }
        space.release();
        asids.clear(space.asid());
    }

    /// Takes a device into the driver's hands; it aborts until it is attached to an address space.
    ///
    /// @throws IllegalArgumentException for a stream that the SMMU cannot have
    public AttachedDevice device(DeviceDescription description) {
        for (int stream : description.streams()) {
            streams.entry(stream);
        }
        ContextTable contexts =
                new ContextTable(features, description.substreamBits(), pages, words);
        return new AttachedDevice(streams, invalidations, words, features, description, contexts);
    }

    /// An interrupt has come; from any thread.
    public void raise(DriverInterrupt interrupt) {
        pending.raise(interrupt);
    }

    /// Serves the interrupts that have come: errors, then events, then page requests.
    ///
    /// @return how many records there were
    public int serveInterrupts() {
        errors.serve();
        int served = 0;
        if (pending.takeEvents()) {
            served += reports.serveEvents(events);
        }
        if (pending.takePageRequests() && pageRequests != null) {
            served += reports.servePageRequests(pageRequests);
        }
        return served;
    }

    /// Answers for a transaction that waits and was left for later.
    public void resume(int stream, int stag, boolean retry) {
        reports.resume(stream, stag, retry);
    }

    /// Turns translation off; transactions abort, or pass untranslated.
    public void turnOff(boolean abort) {
        int bit = Gbpa.ABORT.in(0, 1);
        registers.updateGlobalBypass(abort ? bit : 0, abort ? 0 : bit);
        registers.writeAcknowledged(0, Cr0.OFFSET, Cr0.ACK_OFFSET);
    }
}
