package org.vinculum.scenario.file;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.scenario.line.Interrupt;
import org.vinculum.scenario.line.Line;

/// The line that says which interrupts there were.
final class InterruptLine {
    private static final String MESSAGE = "msi";

    private InterruptLine() {}

    static Line parse(Fields fields) {
        List<Interrupt> raised = new ArrayList<>();
        for (Value item : fields.items("irq")) {
            raised.add(interrupt(fields, item));
        }
        return new Line.Interrupts(List.copyOf(raised));
    }

    private static Interrupt interrupt(Fields fields, Value value) {
        String text = value instanceof Value.Text(_, String word) ? word : "";
        for (Interrupt.Wire wire : Interrupt.Wire.values()) {
            if (wire.toString().equals(text)) {
                return wire;
            }
        }
        String[] parts = text.split(":", -1);
        if (parts.length == 3 && parts[0].equals(MESSAGE)) {
            Value address = new Value.Text(value.column(), parts[1]);
            Value data = new Value.Text(value.column(), parts[2]);
            return new Interrupt.Message(
                    fields.number("irq", address, Long.SIZE),
                    (int) fields.number("irq", data, Integer.SIZE));
        }
        throw fields.wrong("irq", value, "evtq, gerror, priq, sync or msi:0xADDRESS:0xDATA");
    }
}
