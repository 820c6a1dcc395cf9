package org.vinculum.acpi.iort.topology;

/// Writes numbers as every report does: lower-case hexadecimal without padding.
final class Hex {
    private Hex() {}

    static String of(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// A range of IDs, both ends included; one number where they are the same.
    static String range(long first, long last) {
        return first == last ? of(first) : of(first) + " to " + of(last);
    }
}
