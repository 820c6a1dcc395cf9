package org.vinculum.devicetree.model;

/// What a writer may be asked for beyond the tree itself.
///
/// @param pad zero bytes after the blob, counted in its total size (dtc `-p`)
public record WriteOptions(int pad) {
    public static final WriteOptions DEFAULT = new WriteOptions(0);
}
