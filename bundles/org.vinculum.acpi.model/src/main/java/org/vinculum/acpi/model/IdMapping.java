package org.vinculum.acpi.model;

/// One ID mapping of a node (DEN0049, 3, table 4); 20 bytes.
///
/// @param inputBase lowest ID of the range, 32 bits unsigned; without meaning in a single mapping
/// @param idCount how many IDs, **minus one**, 32 bits unsigned; without meaning in a single mapping
/// @param outputBase what the lowest ID becomes, 32 bits unsigned
/// @param outputReference offset from the start of the table of the node that sees the output, 32 bits unsigned
/// @param flags bit 0 [#single()]; the others are reserved
public record IdMapping(
        long inputBase, long idCount, long outputBase, long outputReference, int flags) {
    /// Bytes of a mapping.
    public static final int LENGTH = 20;

    public static final int SINGLE = 1;

    /// How many IDs are mapped, 1 to 2^32.
    public long length() {
        return idCount + 1;
    }

    /// The device has one output ID, whatever its input is.
    public boolean single() {
        return (flags & SINGLE) != 0;
    }
}
