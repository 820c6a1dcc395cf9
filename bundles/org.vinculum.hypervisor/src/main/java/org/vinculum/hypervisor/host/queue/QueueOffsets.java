package org.vinculum.hypervisor.host.queue;

import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Page;
import org.vinculum.smmu.spec.register.PriqBase;
import org.vinculum.smmu.spec.register.PriqCons;
import org.vinculum.smmu.spec.register.PriqProd;

/// Where the registers of a queue are that the SMMU fills.
public record QueueOffsets(int base, int producer, int consumer) {
    public static QueueOffsets events(boolean onPage0) {
        return new QueueOffsets(
                EventqBase.OFFSET,
                onPage0 ? EventqProd.ALIAS_OFFSET : EventqProd.OFFSET,
                onPage0 ? EventqCons.ALIAS_OFFSET : EventqCons.OFFSET);
    }

    public static QueueOffsets pageRequests(boolean onPage0) {
        return new QueueOffsets(
                PriqBase.OFFSET,
                onPage0 ? PriqProd.ALIAS_OFFSET : PriqProd.OFFSET,
                onPage0 ? PriqCons.ALIAS_OFFSET : PriqCons.OFFSET);
    }

    /// Whether the indexes are on page 0 because there is no page 1 (Cavium 74). No identification register tells, so an
    /// index is written and read back; the event queue is disabled.
    public static boolean onPage0(SmmuRegisters registers) {
        if (registers.size() <= Page.SIZE) {
            return true;
        }
        registers.write(EventqProd.OFFSET, 1);
        boolean kept = registers.read(EventqProd.OFFSET) == 1;
        registers.write(EventqProd.OFFSET, 0);
        return !kept;
    }
}
