package org.vinculum.scenario.machine;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.scenario.line.Interrupt;

/// Remembers interrupts, wired ones and messages, in the order in which they come.
public final class InterruptLog implements InterruptLines {
    private final List<Interrupt> raised = new ArrayList<>();

    @Override
    public synchronized void raise(Line line) {
        raised.add(
                switch (line) {
                    case EVENTQ -> Interrupt.Wire.EVENTQ;
                    case PRIQ -> Interrupt.Wire.PRIQ;
                    case CMD_SYNC -> Interrupt.Wire.CMD_SYNC;
                    case GERROR -> Interrupt.Wire.GERROR;
                });
    }

    synchronized void message(long address, int data) {
        raised.add(new Interrupt.Message(address, data));
    }

    /// Those since the last call.
    public synchronized List<Interrupt> take() {
        List<Interrupt> taken = List.copyOf(raised);
        raised.clear();
        return taken;
    }
}
