package org.vinculum.hypervisor.host.register;

import java.util.List;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Cr1;
import org.vinculum.smmu.spec.register.Cr2;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.smmu.spec.register.PriqIrqCfg2;

/// Turns parts of an SMMU on and off, and waits until they are.
public final class Control {
    /// Write-back and inner shareable, for tables and queues.
    private static final int CACHED =
            (int)
                    (Cr1.QUEUE_IC.of(1)
                            | Cr1.QUEUE_OC.of(1)
                            | Cr1.QUEUE_SH.of(3)
                            | Cr1.TABLE_IC.of(1)
                            | Cr1.TABLE_OC.of(1)
                            | Cr1.TABLE_SH.of(3));

    private final String path;
    private final SmmuRegisters registers;
    private int enabled;

    public Control(String path, SmmuRegisters registers) {
        this.path = path;
        this.registers = registers;
    }

    /// Everything off, and transactions abort meanwhile: the former before the latter where something was on.
    ///
    /// @throws MachineRefusedException when the SMMU does not acknowledge
    public void reset(boolean messages) {
        abortWithoutTranslation();
        enabled = 0;
        registers.write(Cr0.OFFSET, 0);
        require("CR0", registers.settles(Cr0.ACK_OFFSET, -1, 0));
        registers.write(IrqCtrl.OFFSET, 0);
        require("IRQ_CTRL", registers.settles(IrqCtrl.ACK_OFFSET, -1, 0));
        if (messages) {
            registers.writeLong(IrqCfg0.GERROR_OFFSET, 0);
            registers.writeLong(IrqCfg0.EVENTQ_OFFSET, 0);
        }
        registers.write(Gerror.ACK_OFFSET, registers.read(Gerror.OFFSET));
        registers.write(Cr1.OFFSET, CACHED);
        registers.write(Cr2.OFFSET, (int) (Cr2.RECINVSID.mask() | Cr2.PTM.mask()));
    }

    private void abortWithoutTranslation() {
        int update = (int) Gbpa.UPDATE.mask();
        require("GBPA", registers.settles(Gbpa.OFFSET, update, 0));
        int value = Gbpa.ABORT.in(registers.read(Gbpa.OFFSET), 1);
        registers.write(Gbpa.OFFSET, value | update);
        require("GBPA", registers.settles(Gbpa.OFFSET, update, 0));
    }

    /// One bit of CR0.
    ///
    /// @throws MachineRefusedException when the SMMU does not acknowledge
    public void enable(Bits part) {
        enabled |= (int) part.mask();
        registers.write(Cr0.OFFSET, enabled);
        require("CR0", registers.settles(Cr0.ACK_OFFSET, enabled, enabled));
    }

    /// All interrupts, by wire.
    ///
    /// @throws MachineRefusedException when the SMMU does not acknowledge
    public void interrupts(boolean pri) {
        int all = (int) (IrqCtrl.GERROR_IRQEN.mask() | IrqCtrl.EVENTQ_IRQEN.mask());
        if (pri) {
            registers.writeLong(IrqCfg0.PRIQ_OFFSET, 0);
            registers.write(PriqIrqCfg2.OFFSET, 0);
            all |= (int) IrqCtrl.PRIQ_IRQEN.mask();
        }
        registers.write(IrqCtrl.OFFSET, all);
        require("IRQ_CTRL", registers.settles(IrqCtrl.ACK_OFFSET, all, all));
    }

    private void require(String register, boolean done) {
        if (!done) {
            throw new MachineRefusedException(
                    List.of(path + " does not acknowledge a write of " + register + "."));
        }
    }
}
