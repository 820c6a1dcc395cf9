package org.vinculum.acpi.model;

/// What every node starts with (DEN0049, 3, table 2), without its type and its mappings.
///
/// @param offset of the node from the start of the table, in bytes
/// @param length of the node as it says, 16 bits, in bytes, with its mappings
/// @param revision of the node's layout, 8 bits
/// @param identifier unique in a table of revision 1 and later, reserved before; 32 bits unsigned
public record NodeHead(long offset, int length, int revision, long identifier) {
    /// Bytes of the header.
    public static final int LENGTH = 16;

    /// A node to be placed by [IortCodec#arrange].
    ///
    /// @param key stands for the offset in references until then
    public static NodeHead of(long key, int revision, long identifier) {
        return new NodeHead(key, 0, revision, identifier);
    }
}
