package org.vinculum.qemu.wake;

import org.vinculum.domain.GuestInterrupts;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCfg1;
import org.vinculum.smmu.spec.register.IrqCtrl;

/// The interrupt of an event queue as the registers say that it is sent (IHI 0070, 3.18).
record EventInterrupt(
        GuestSmmu smmu, AddressRange messageFrame, int intid, GuestInterrupts interrupts) {
    // Whose message it is does not matter to a guest in QEMU, where all come from device 0.
    private static final long SENDER = 0;

    /// Nothing where the guest has not enabled it. A message that goes to memory is left out: who polls memory needs no
    /// interrupt.
    void raise() {
        if (!new IrqCtrl(read(IrqCtrl.OFFSET)).has(IrqCtrl.EVENTQ_IRQEN)) {
            return;
        }
        long address = address();
        if (address == 0) {
            interrupts.raise(intid);
        } else if (messageFrame.contains(new Address(address))) {
            interrupts.message(SENDER, read(IrqCfg1.EVENTQ_OFFSET));
        }
    }

    /// 0 for a line.
    private long address() {
        boolean messages = new Idr0(read(Idr0.OFFSET)).has(Idr0.MSI);
        long value = messages ? smmu.read(IrqCfg0.EVENTQ_OFFSET, Long.BYTES) : 0;
        return IrqCfg0.ADDR.inPlace(value);
    }

    private int read(int offset) {
        return (int) smmu.read(offset, Integer.BYTES);
    }
}
