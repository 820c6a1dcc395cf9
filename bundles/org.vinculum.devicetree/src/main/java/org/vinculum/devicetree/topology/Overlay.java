package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;

/// Tells an overlay from a tree that can boot.
final class Overlay {
    private Overlay() {}

    /// Whether a root has fragments or the references an overlay leaves open.
    static boolean looksLike(Node root) {
        for (Node child : root.children()) {
            if (child.name().equals("__fixups__") || child.child("__overlay__").isPresent()) {
                return true;
            }
        }
        return false;
    }
}
