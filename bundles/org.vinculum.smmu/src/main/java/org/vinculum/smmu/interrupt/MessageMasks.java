package org.vinculum.smmu.interrupt;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCfg2;
import org.vinculum.smmu.spec.register.PriqIrqCfg2;

/// Which bits the IRQ_CFG registers of a source have: none where there are no messages (IHI 0070, 6.3.21).
///
/// @param address of CFG0
/// @param data of CFG1
/// @param attributes of CFG2
public record MessageMasks(long address, long data, long attributes) {
    /// Of GERROR and of the event queue.
    static MessageMasks of(Identification identification) {
        if (!identification.msi()) {
            return new MessageMasks(0, 0, 0);
        }
        return new MessageMasks(
                IrqCfg0.ADDR.mask() & identification.outputMask(),
                0xffff_ffffL,
                IrqCfg2.MEM_ATTR.mask() | IrqCfg2.SH.mask());
    }

    /// Of the PRI queue, whose condition is chosen with or without messages.
    static MessageMasks ofPri(Identification identification) {
        if (!identification.pri()) {
            return new MessageMasks(0, 0, 0);
        }
        MessageMasks same = of(identification);
        return new MessageMasks(same.address, same.data, same.attributes | PriqIrqCfg2.LO.mask());
    }
}
