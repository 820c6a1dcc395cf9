package org.vinculum.qemu.trace;

import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.trace.EventRecords.Found;
import org.vinculum.scenario.model.Ending;
import org.vinculum.scenario.model.Transaction;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Idr1;

/// Looks at what an SMMU does, and holds it against its twin.
final class Observation {
    private final GuestSmmu smmu;
    private final RegisterReads registers;
    private final RegisterReads twin;
    private final Ram memory;
    private final Differences differences;
    private final EventComparison comparison;
    private final ErrorComparison errors;
    private final EventRecords events;
    private final int producer;

    Observation(
            GuestSmmu smmu,
            Ram memory,
            RegisterReads twin,
            Differences differences,
            EventComparison comparison) {
        this.smmu = smmu;
        this.registers = smmu::read;
        this.twin = twin;
        this.memory = memory;
        this.differences = differences;
        this.comparison = comparison;
        this.errors = new ErrorComparison(twin, registers, differences);
        this.producer = TwinModels.producer(smmu.frameSize(), smmu::read, smmu::write);
        this.events =
                new EventRecords(
                        registers,
                        producer,
                        address -> memory.holds(address, Event.SIZE),
                        address -> memory.getLongAcquire(address - memory.start()));
    }

    /// The guest has written a register.
    void wrote(long offset) {
        if (EventComparison.movesQueue(offset)) {
            events.skip();
        }
        observe();
    }

    /// The SMMU may have done something.
    void observe() {
        Ring ring =
                Ring.of(
                        registers.read(EventqBase.OFFSET, Long.BYTES),
                        Idr1.EVENTQS.get(registers.read(Idr1.OFFSET)),
                        Event.SIZE);
        for (Found found : events.take(ring)) {
            comparison.found(found.record());
        }
        comparison.queues(
                registers.overflow(producer) || twin.overflow(producer),
                isEmpty(registers) && isEmpty(twin));
        errors.compare();
    }

    private boolean isEmpty(RegisterReads one) {
        int indexes = one.read(producer) ^ one.read(RegisterReads.consumer(producer));
        return !EventqProd.WR.isSet(indexes);
    }

    /// A transaction has ended.
    ///
    /// @param expected how it ended at the twin
    /// @param ending how it ended, at a physical address
    void ended(Transaction transaction, Ending expected, Ending ending) {
        Ending found = inGuest(ending);
        if (alike(expected, found)) {
            return;
        }
        if (isBusy()) {
            differences.undecided();
        } else {
            differences.add(shown(transaction), shown(expected), shown(found));
        }
    }

    private Ending inGuest(Ending ending) {
        return switch (ending) {
            case Ending.Translated(long address) ->
                    new Ending.Translated(smmu.guestPhysical(address));
            case Ending.Granted(long address, int permissions) ->
                    new Ending.Granted(kept(address), permissions);
            case Ending.Refused refused -> refused;
        };
    }

    /// Devices of a guest whose stage 2 is somebody else's are given what stage 1 alone leads to (split-stage ATS, IHI
    /// 0070, 5.2), which is the guest's own address.
    private long kept(long address) {
        long guest = smmu.guestPhysical(address);
        return guest < 0 ? address : guest;
    }

    /// An address at which the guest has nothing may be refused for that.
    private boolean alike(Ending expected, Ending found) {
        return switch (expected) {
            case Ending.Translated(long address) ->
                    found.equals(expected)
                            || !memory.holds(address, 1) && found == Ending.Refused.ABORT;
            case Ending.Granted(long address, _) ->
                    found instanceof Ending.Granted(long other, _) && other == address
                            || !memory.holds(address, 1) && found instanceof Ending.Refused;
            case Ending.Refused refused -> found == refused;
        };
    }

    /// Whether it has been told what it has not done yet.
    private boolean isBusy() {
        int waiting = registers.read(CmdqProd.OFFSET) ^ registers.read(CmdqCons.OFFSET);
        return CmdqProd.WR.isSet(waiting)
                || registers.read(Cr0.OFFSET) != registers.read(Cr0.ACK_OFFSET);
    }

    private static String shown(Transaction transaction) {
        return "stream 0x%x, address 0x%x, access 0x%x"
                .formatted(transaction.streamId(), transaction.address(), transaction.access());
    }

    private static String shown(Ending ending) {
        return switch (ending) {
            case Ending.Translated(long address) -> "0x" + Long.toHexString(address);
            case Ending.Granted(long address, _) -> "granted 0x" + Long.toHexString(address);
            case Ending.Refused refused -> refused.name();
        };
    }
}
