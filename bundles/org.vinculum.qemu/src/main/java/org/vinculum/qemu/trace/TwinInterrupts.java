package org.vinculum.qemu.trace;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.scenario.model.Interrupt;

/// The interrupts of the twin since they were last written down.
final class TwinInterrupts implements InterruptLines {
    private final List<Interrupt> raised = new ArrayList<>();

    @Override
    public void raise(Line line) {
        raised.add(new Interrupt.Wired(line));
    }

    void message(long address, int data) {
        raised.add(new Interrupt.Message(address, data));
    }

    List<Interrupt> take() {
        List<Interrupt> taken = List.copyOf(raised);
        raised.clear();
        return taken;
    }
}
