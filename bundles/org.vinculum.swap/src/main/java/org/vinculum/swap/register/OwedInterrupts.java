package org.vinculum.swap.register;

import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SavedState;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCtrl;

/// Tells software again of what it has not dealt with: an edge of the old model may have been on its way (IHI 0070, 3.18).
///
/// Software that has dealt with it finds nothing new. That of CMD_SYNC is not told again: it says that a command has been
/// done, once.
public final class OwedInterrupts {
    private final SavedState state;
    private final IommuSurroundings around;
    private final boolean oneLine;

    /// @param oneLine whether all come on the event queue's line
    public OwedInterrupts(SavedState state, IommuSurroundings around, boolean oneLine) {
        this.state = state;
        this.around = around;
        this.oneLine = oneLine;
    }

    public void replay() {
        if (enabled(IrqCtrl.EVENTQ_IRQEN)
                && waiting("EVENTQ", Cr0.EVENTQEN, Idr1.EVENTQS, Event.SIZE)) {
            tell("EVENTQ", Line.EVENTQ);
        }
        if (enabled(IrqCtrl.PRIQ_IRQEN)
                && waiting("PRIQ", Cr0.PRIQEN, Idr1.PRIQS, PageRequest.SIZE)) {
            tell("PRIQ", Line.PRIQ);
        }
        if (enabled(IrqCtrl.GERROR_IRQEN)
                && state.register("GERROR") != state.register("GERRORN")) {
            tell("GERROR", Line.GERROR);
        }
    }

    private boolean enabled(Bits source) {
        return source.isSet(state.register("IRQ_CTRL"));
    }

    private boolean waiting(String queue, Bits on, Bits size, int entrySize) {
        int highest = (int) size.get(state.register("IDR1"));
        return on.isSet(state.register("CR0"))
                && !Ring.of(state.register(queue + "_BASE"), highest, entrySize)
                        .empty(
                                (int) state.register(queue + "_PROD"),
                                (int) state.register(queue + "_CONS"));
    }

    private void tell(String source, Line line) {
        long address = IrqCfg0.ADDR.inPlace(state.register(source + "_IRQ_CFG0"));
        if (address != 0 && Idr0.MSI.isSet(state.register("IDR0"))) {
            around.memory().writeInt(address, (int) state.register(source + "_IRQ_CFG1"));
        } else {
            around.interrupts().raise(oneLine ? Line.EVENTQ : line);
        }
    }
}
