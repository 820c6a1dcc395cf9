package org.vinculum.viommu.register;

import java.util.SortedMap;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.viommu.identification.Shown;

/// The registers that turn something on and off, and say later that it is done: CR0, GBPA and IRQ_CTRL (IHI 0070, 6.3.9,
/// 6.3.14, 6.3.16).
final class Switches {
    /// Shareability as it comes in, and no abort.
    static final int RESET_GBPA = (int) Gbpa.SHCFG.of(1);

    private static final int GBPA_BITS =
            (int)
                    (Gbpa.MEM_ATTR.mask()
                            | Gbpa.MTCFG.mask()
                            | Gbpa.ALLOCCFG.mask()
                            | Gbpa.SHCFG.mask()
                            | Gbpa.PRIVCFG.mask()
                            | Gbpa.INSTCFG.mask()
                            | Gbpa.ABORT.mask()
                            | Gbpa.UPDATE.mask());

    /// What is acknowledged later.
    private static final int SLOW = (int) (Cr0.SMMUEN.mask() | Cr0.CMDQEN.mask());

    private final Shown shown;
    private final RegisterPage page;

    Switches(Shown shown, RegisterPage page) {
        this.shown = shown;
        this.page = page;
    }

    /// A write of CR0. The first one that turns something on freezes what is shown: drivers enable queues before
    /// translation. A bit whose last change is not acknowledged cannot be changed.
    void control(int written, RegisterEffects effects, QueueEffects queues) {
        int before = page.get(Cr0.OFFSET);
        int acknowledged = page.get(Cr0.ACK_OFFSET);
        int changing = before ^ acknowledged;
        int value = written & controlBits() & ~changing | before & changing;
        int changed = before ^ value;
        page.set(Cr0.OFFSET, value);
        page.set(Cr0.ACK_OFFSET, acknowledged & SLOW | value & ~SLOW);
        if (value != 0) {
            shown.freeze();
        }
        if (Cr0.SMMUEN.isSet(changed)) {
            effects.smmuEnabled(Cr0.SMMUEN.isSet(value));
        }
        if (Cr0.CMDQEN.isSet(changed)) {
            effects.commandsEnabled(Cr0.CMDQEN.isSet(value));
        }
        queues.eventQueueChanged();
        queues.pageQueueChanged();
    }

    int controlBits() {
        long bits = Cr0.SMMUEN.mask() | Cr0.EVENTQEN.mask() | Cr0.CMDQEN.mask();
        bits |= shown.pri() ? Cr0.PRIQEN.mask() : 0;
        return (int) (bits | (shown.ats() ? Cr0.ATSCHK.mask() : 0));
    }

    /// The latest change of a bit of CR0 is in effect.
    void complete(Bits bit) {
        int mask = (int) bit.mask();
        page.set(Cr0.ACK_OFFSET, page.get(Cr0.ACK_OFFSET) & ~mask | page.get(Cr0.OFFSET) & mask);
    }

    /// A write of GBPA, which has an effect only with UPDATE, and while no other one is in progress.
    void bypass(int written, RegisterEffects effects) {
        if (Gbpa.UPDATE.isSet(written) && !Gbpa.UPDATE.isSet(page.get(Gbpa.OFFSET))) {
            page.set(Gbpa.OFFSET, written & GBPA_BITS);
            effects.bypassChanged();
        }
    }

    /// A write of IRQ_CTRL, in effect at once.
    void interrupts(int written) {
        int value = written & interruptBits();
        page.set(IrqCtrl.OFFSET, value);
        page.set(IrqCtrl.ACK_OFFSET, value);
    }

    int interruptBits() {
        long always = IrqCtrl.GERROR_IRQEN.mask() | IrqCtrl.EVENTQ_IRQEN.mask();
        return (int) (shown.pri() ? always | IrqCtrl.PRIQ_IRQEN.mask() : always);
    }

    /// Puts back what was on, and what was still being turned on or off.
    void restore(SortedMap<String, Long> registers) {
        page.set(Cr0.OFFSET, value(registers, "CR0") & controlBits());
        page.set(Cr0.ACK_OFFSET, value(registers, "CR0ACK") & controlBits());
        page.set(Gbpa.OFFSET, value(registers, "GBPA") & GBPA_BITS);
        interrupts(value(registers, "IRQ_CTRL"));
    }

    /// Asks again for what is still being turned on or off.
    void resume(RegisterEffects effects) {
        int value = page.get(Cr0.OFFSET);
        int changing = value ^ page.get(Cr0.ACK_OFFSET);
        if (Cr0.SMMUEN.isSet(changing)) {
            effects.smmuEnabled(Cr0.SMMUEN.isSet(value));
        }
        if (Cr0.CMDQEN.isSet(changing)) {
            effects.commandsEnabled(Cr0.CMDQEN.isSet(value));
        }
        if (Gbpa.UPDATE.isSet(page.get(Gbpa.OFFSET))) {
            effects.bypassChanged();
        }
    }

    private static int value(SortedMap<String, Long> registers, String name) {
        return registers.getOrDefault(name, 0L).intValue();
    }
}
