package org.vinculum.devicetree.model.view;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Whether a node describes something that is in use (`status`; DTSpec 0.4, 2.3.4).
public final class Availability {
    private Availability() {}

    /// The node's own word: available without `status`, or with `okay` or its old spelling `ok`.
    public static boolean of(Node node) {
        Property status = node.property("status").orElse(null);
        if (status == null) {
            return true;
        }
        String value = status.string();
        return value.equals("okay") || value.equals("ok");
    }

    /// Whether the node and every node above it are available: an operating system never looks below a disabled bus.
    public static boolean withParents(Node node) {
        for (Node at = node; at != null; at = at.parent().orElse(null)) {
            if (!of(at)) {
                return false;
            }
        }
        return true;
    }
}
