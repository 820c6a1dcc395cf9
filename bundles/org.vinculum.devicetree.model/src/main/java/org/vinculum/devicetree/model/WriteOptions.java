package org.vinculum.devicetree.model;

/// What a writer may be asked for beyond the tree itself.
///
/// @param symbols write `__symbols__` for labels, and for a plugin `__fixups__` and `__local_fixups__` (dtc `-@`)
/// @param pad zero bytes after the blob, counted in its total size (dtc `-p`)
public record WriteOptions(boolean symbols, int pad) {
    public static final WriteOptions DEFAULT = new WriteOptions(false, 0);
}
