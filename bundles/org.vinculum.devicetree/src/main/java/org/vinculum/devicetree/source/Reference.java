package org.vinculum.devicetree.source;

/// A place in a value that another node decides: a phandle cell, or a path string to be inserted.
///
/// @param offset in the value as written; a path takes no bytes until it is inserted
/// @param target a label, an absolute path, or a path after a label
/// @param path whether the node's path is meant, not its phandle
record Reference(int offset, String target, boolean path, Place place) {
    boolean isLabel() {
        return target.indexOf('/') < 0;
    }

    Reference movedBy(int distance) {
        return distance == 0 ? this : new Reference(offset + distance, target, path, place);
    }
}
