package org.vinculum.scenario.file;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.scenario.line.Line;

/// The line that starts a scenario.
final class StartLine {
    private static final Set<String> IDENTIFICATION =
            Set.of(
                    "IDR0", "IDR1", "IDR2", "IDR3", "IDR4", "IDR5", "IDR6", "IIDR", "AIDR", "PIDR0",
                    "PIDR1", "PIDR2", "PIDR3", "PIDR4", "PIDR5", "PIDR6", "PIDR7");

    private StartLine() {}

    static Line parse(Fields fields) {
        fields.optionalText("cite");
        return new Line.Start(
                fields.text("scenario"),
                fields.optionalText("model"),
                identification(fields.members("idr")));
    }

    private static SortedMap<String, Long> identification(Fields registers) {
        SortedMap<String, Long> values = new TreeMap<>();
        for (String name : registers.keys()) {
            if (!IDENTIFICATION.contains(name)) {
                throw registers.wrong(name, registers.take(name), "no such register to override");
            }
            values.put(name, registers.number(name, Integer.SIZE));
        }
        return values;
    }
}
