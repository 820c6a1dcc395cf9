package org.vinculum.scenario.file;

/// Substream IDs, which may be `null`.
final class Substreams {
    /// What stands for no substream.
    static final int NONE = -1;

    private static final int BITS = 20;

    private Substreams() {}

    static int number(Fields fields, Value value) {
        return value instanceof Value.Null ? NONE : (int) fields.number("ssid", value, BITS);
    }
}
