package org.vinculum.viommu.queue;

import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCfg1;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.viommu.register.GlobalErrors;
import org.vinculum.viommu.register.RegisterPage;

/// How the guest is called: a message where the IRQ_CFG registers of the cause give an address, an edge on its line where they
/// give none (IHI 0070, 3.18). Where no messages are shown those registers are RES0.
final class Interrupts {
    /// The causes that IRQ_CTRL enables.
    enum Cause {
        GERROR(
                Line.GERROR,
                IrqCtrl.GERROR_IRQEN,
                IrqCfg0.GERROR_OFFSET,
                IrqCfg1.GERROR_OFFSET,
                Gerror.MSI_GERROR_ABT_ERR),
        EVENTQ(
                Line.EVENTQ,
                IrqCtrl.EVENTQ_IRQEN,
                IrqCfg0.EVENTQ_OFFSET,
                IrqCfg1.EVENTQ_OFFSET,
                Gerror.MSI_EVENTQ_ABT_ERR),
        PRIQ(
                Line.PRIQ,
                IrqCtrl.PRIQ_IRQEN,
                IrqCfg0.PRIQ_OFFSET,
                IrqCfg1.PRIQ_OFFSET,
                Gerror.MSI_PRIQ_ABT_ERR);

        private final Line line;
        private final Bits enable;
        private final int address;
        private final int data;
        private final Bits aborted;

        Cause(Line line, Bits enable, int address, int data, Bits aborted) {
            this.line = line;
            this.enable = enable;
            this.address = address;
            this.data = data;
            this.aborted = aborted;
        }
    }

    private final RegisterPage page;
    private final GlobalErrors errors;
    private final PhysicalMemory memory;
    private final InterruptLines lines;

    Interrupts(
            RegisterPage page, GlobalErrors errors, PhysicalMemory memory, InterruptLines lines) {
        this.page = page;
        this.errors = errors;
        this.memory = memory;
        this.lines = lines;
    }

    void raise(Cause cause) {
        if (!cause.enable.isSet(page.get(IrqCtrl.OFFSET))) {
            return;
        }
        long address = page.getLong(cause.address);
        if (address == 0) {
            lines.raise(cause.line);
        } else if (!memory.writeInt(address, page.get(cause.data))) {
            errors.activate(cause.aborted);
        }
    }

    /// Completion of CMD_SYNC needs no enabling (IHI 0070, 4.7.3).
    void syncCompleted() {
        lines.raise(Line.CMD_SYNC);
    }

    /// @param address bits 1:0 are 0
    void syncCompleted(long address, int data) {
        if (!memory.writeInt(address, data)) {
            errors.activate(Gerror.MSI_CMDQ_ABT_ERR);
        }
    }
}
