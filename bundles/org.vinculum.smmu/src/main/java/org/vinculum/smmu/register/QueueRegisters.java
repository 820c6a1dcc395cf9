package org.vinculum.smmu.register;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.vinculum.smmu.command.CommandQueue;
import org.vinculum.smmu.fault.FaultReports;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.queue.EventQueue;
import org.vinculum.smmu.queue.PriQueue;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.PriqBase;
import org.vinculum.smmu.spec.register.PriqCons;
import org.vinculum.smmu.spec.register.PriqProd;

/// The registers of the three queues. The index that the SMMU moves, and the base, can be written only while the queue is
/// disabled (IHI 0070, 6.3.26 to 6.3.33, 6.3.95 to 6.3.98).
public final class QueueRegisters {
    private final Identification identification;
    private final GlobalControl control;
    private final boolean onPage0;

    /// @param onPage0 whether the indexes of the output queues are on page 0 and page 1 is not there
    public QueueRegisters(Identification identification, GlobalControl control, boolean onPage0) {
        this.identification = identification;
        this.control = control;
        this.onPage0 = onPage0;
    }

    void place(RegisterFile file, CommandQueue queue) {
        file.place(
                CmdqBase.OFFSET,
                new BaseRegister(baseBits(CmdqBase.RA.mask()), control::commands, queue::base));
        file.place(CmdqProd.OFFSET, new Port(queue::producer, queue::producer));
        file.place(
                CmdqCons.OFFSET,
                new Port(queue::consumer, unless(control::commands, queue::consumer)));
    }

    /// @param faults what waits for room is written when software makes some
    void place(RegisterFile file, EventQueue queue, FaultReports faults) {
        file.place(
                EventqBase.OFFSET,
                new BaseRegister(baseBits(EventqBase.WA.mask()), control::events, queue::base));
        file.place(
                onPage0 ? EventqProd.ALIAS_OFFSET : EventqProd.OFFSET,
                new Port(queue::producer, index(unless(control::events, queue::producer))));
        file.place(
                onPage0 ? EventqCons.ALIAS_OFFSET : EventqCons.OFFSET,
                new Port(
                        queue::consumer,
                        index(value -> {
                            queue.consumer(value);
                            faults.recordWaiting();
                        })));
    }

    void place(RegisterFile file, PriQueue queue) {
        file.place(
                PriqBase.OFFSET,
                new BaseRegister(
                        baseBits(PriqBase.WA.mask()), control::requestsPages, queue::base));
        file.place(
                onPage0 ? PriqProd.ALIAS_OFFSET : PriqProd.OFFSET,
                new Port(queue::producer, index(unless(control::requestsPages, queue::producer))));
        file.place(
                onPage0 ? PriqCons.ALIAS_OFFSET : PriqCons.OFFSET,
                new Port(queue::consumer, index(queue::consumer)));
    }

    private long baseBits(long allocationHint) {
        return allocationHint
                | EventqBase.LOG2SIZE.mask()
                | EventqBase.ADDR.mask() & identification.outputMask();
    }

    private static IntConsumer unless(BooleanSupplier guarded, IntConsumer write) {
        return value -> {
            if (!guarded.getAsBoolean()) {
                write.accept(value);
            }
        };
    }

    /// An index and its overflow flag; all four registers have them in the same place.
    private static IntConsumer index(IntConsumer write) {
        int bits = (int) (EventqProd.WR.mask() | EventqProd.OVFLG.mask());
        return value -> write.accept(value & bits);
    }
}
