package org.vinculum.scenario.play;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vinculum.scenario.line.Stag;

/// The stall tags that a scenario has remembered.
final class Stags {
    private final Map<String, Integer> remembered = new LinkedHashMap<>();

    void remember(String name, int value) {
        remembered.put(name, value);
    }

    /// @throws ScriptMistake when nothing has been remembered under the name
    int number(Stag stag) {
        return switch (stag) {
            case Stag.Given(int value) -> value;
            case Stag.Remembered(String name) -> {
                Integer value = remembered.get(name);
                if (value == null) {
                    throw new ScriptMistake("a STAG that an event gave before", name);
                }
                yield value;
            }
        };
    }
}
