package org.vinculum.viommu.register;

import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.IrqCtrl;

/// What makes a register read-only while it is on, or while turning it off is not acknowledged (IHI 0070, 6.3).
enum Guard {
    OPEN(Cr0.OFFSET, 0),
    TRANSLATION(Cr0.OFFSET, Cr0.SMMUEN.mask()),
    COMMANDS(Cr0.OFFSET, Cr0.CMDQEN.mask()),
    EVENTS(Cr0.OFFSET, Cr0.EVENTQEN.mask()),
    PAGE_REQUESTS(Cr0.OFFSET, Cr0.PRIQEN.mask()),
    ANY_QUEUE(Cr0.OFFSET, Cr0.CMDQEN.mask() | Cr0.EVENTQEN.mask() | Cr0.PRIQEN.mask()),
    GERROR_INTERRUPT(IrqCtrl.OFFSET, IrqCtrl.GERROR_IRQEN.mask()),
    EVENTQ_INTERRUPT(IrqCtrl.OFFSET, IrqCtrl.EVENTQ_IRQEN.mask()),
    PRIQ_INTERRUPT(IrqCtrl.OFFSET, IrqCtrl.PRIQ_IRQEN.mask());

    private final int control;
    private final int bits;

    Guard(int control, long bits) {
        this.control = control;
        this.bits = (int) bits;
    }

    /// The acknowledgement of either control register is right behind it.
    boolean closed(RegisterPage page) {
        return ((page.get(control) | page.get(control + Integer.BYTES)) & bits) != 0;
    }
}
