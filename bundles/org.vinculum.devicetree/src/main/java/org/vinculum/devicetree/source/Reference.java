package org.vinculum.devicetree.source;

/// A place in a value that another node decides: a phandle cell, or a path string to be inserted.
///
/// @param offset in the value as written; a path takes no bytes until it is inserted
/// @param target a label, or an absolute path
/// @param path whether the node's path is meant, not its phandle
record Reference(int offset, String target, boolean path, Place place) {
    boolean isLabel() {
        return !target.startsWith("/");
    }

    Reference movedBy(int distance) {
        return distance == 0 ? this : new Reference(offset + distance, target, path, place);
    }
}
