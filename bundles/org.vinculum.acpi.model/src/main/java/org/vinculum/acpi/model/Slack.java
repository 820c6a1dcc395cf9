package org.vinculum.acpi.model;

import java.util.Arrays;
import java.util.HexFormat;

/// Bytes of a table that no field accounts for: padding that is not zero, reserved fields, what a broken count hides.
///
/// @param offset of the first, from the start of the table
/// @param bytes not copied, never to be changed
public record Slack(long offset, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Slack slack
                && slack.offset == offset
                && Arrays.equals(slack.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(offset) * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(offset) + ": " + HexFormat.of().formatHex(bytes);
    }
}
