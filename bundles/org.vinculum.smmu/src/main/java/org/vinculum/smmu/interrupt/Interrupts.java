package org.vinculum.smmu.interrupt;

import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.IrqCtrl;

/// All interrupts of one SMMU: the three sources, what IRQ_CTRL enables of them, and the completion of CMD_SYNC.
public final class Interrupts {
    private final PhysicalMemory memory;
    private final InterruptLines lines;
    private final boolean messages;
    private final int implemented;
    private final GlobalErrors errors;
    private final InterruptSource globalError;
    private final InterruptSource events;
    private final InterruptSource pageRequests;
    private int enabled;

    public Interrupts(
            Identification identification,
            PhysicalMemory memory,
            InterruptLines lines,
            GlobalErrors errors) {
        this.memory = memory;
        this.lines = lines;
        this.messages = identification.msi();
        this.implemented = implemented(identification);
        this.errors = errors;
        MessageMasks masks = MessageMasks.of(identification);
        globalError =
                new InterruptSource(
                        memory,
                        lines,
                        Line.GERROR,
                        masks,
                        () -> errors.activate(Gerror.MSI_GERROR_ABT_ERR));
        events =
                new InterruptSource(
                        memory,
                        lines,
                        Line.EVENTQ,
                        masks,
                        () -> errors.activate(Gerror.MSI_EVENTQ_ABT_ERR));
        pageRequests =
                new InterruptSource(
                        memory,
                        lines,
                        Line.PRIQ,
                        MessageMasks.ofPri(identification),
                        () -> errors.activate(Gerror.MSI_PRIQ_ABT_ERR));
        errors.interruptBy(globalError::raise);
    }

    private static int implemented(Identification identification) {
        long always = IrqCtrl.GERROR_IRQEN.mask() | IrqCtrl.EVENTQ_IRQEN.mask();
        return (int) (identification.pri() ? always | IrqCtrl.PRIQ_IRQEN.mask() : always);
    }

    public InterruptSource globalError() {
        return globalError;
    }

    public InterruptSource events() {
        return events;
    }

    public InterruptSource pageRequests() {
        return pageRequests;
    }

    /// IRQ_CTRL, and IRQ_CTRLACK: a change is done at once.
    public int enabled() {
        return enabled;
    }

    /// A write of IRQ_CTRL.
    public void enable(int value) {
        enabled = value & implemented;
        globalError.enable(IrqCtrl.GERROR_IRQEN.isSet(enabled));
        events.enable(IrqCtrl.EVENTQ_IRQEN.isSet(enabled));
        pageRequests.enable(IrqCtrl.PRIQ_IRQEN.isSet(enabled));
    }

    /// The interrupt of a CMD_SYNC, which needs no enabling (IHI 0070, 4.7.3).
    ///
    /// @param address of the message; 0 for the line
    public void syncCompleted(long address, int data) {
        if (!messages || address == 0) {
            lines.raise(Line.CMD_SYNC);
        } else if (!memory.writeInt(address, data)) {
            errors.activate(Gerror.MSI_CMDQ_ABT_ERR);
        }
    }
}
