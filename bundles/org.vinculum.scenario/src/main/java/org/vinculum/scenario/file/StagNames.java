package org.vinculum.scenario.file;

import java.util.Optional;

/// The names under which a scenario remembers stall tags: strings that start with a dollar sign.
final class StagNames {
    private StagNames() {}

    /// The name; empty when the value is not one.
    static Optional<String> name(Value value) {
        return value instanceof Value.Text(_, String text) && text.startsWith("$")
                ? Optional.of(text)
                : Optional.empty();
    }
}
