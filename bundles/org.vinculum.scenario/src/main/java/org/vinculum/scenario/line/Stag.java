package org.vinculum.scenario.line;

/// A stall tag in a scenario: a number, or what an event said earlier.
public sealed interface Stag {
    /// @param value 16 bits
    record Given(int value) implements Stag {}

    /// @param name with its dollar sign
    record Remembered(String name) implements Stag {}
}
