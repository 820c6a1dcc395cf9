package org.vinculum.devicetree.overlay;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.devicetree.model.Property;

/// A copy of one overlay in which phandles are being filled in.
final class Overlay {
    private final Place place;
    private final Node root;
    private final NodeNames names;

    // The bytes behind values that were patched once; patching again must not copy the value again.
    private final Map<Property, byte[]> patched = new IdentityHashMap<>();

    Overlay(Named overlay) {
        this.place = new Place(overlay.name(), "/");
        this.root = overlay.tree().root().copy();
        this.names = new NodeNames(root);
    }

    Place at(String where) {
        return place.in(where);
    }

    Node root() {
        return root;
    }

    NodeNames names() {
        return names;
    }

    /// One of the nodes with names of its own: `__fixups__`, `__local_fixups__`, `__symbols__`.
    Optional<Node> special(String name) {
        return root.child(name);
    }

    /// The changes a fragment makes; empty when the node is no fragment.
    static Optional<Node> changes(Node fragment) {
        return fragment.child("__overlay__");
    }

    /// The big-endian word at a byte offset of a value.
    static int word(Property property, int offset) {
        return property.byteAt(offset) << 24
                | property.byteAt(offset + 1) << 16
                | property.byteAt(offset + 2) << 8
                | property.byteAt(offset + 3);
    }

    /// Writes a word into a value, at an offset the caller has checked.
    void patch(Node node, String name, int offset, int word) {
        Property property = node.property(name).orElseThrow();
        byte[] value = patched.get(property);
        if (value == null) {
            value = property.value();
            Property own = Property.viewing(name, value, 0, value.length);
            node.set(own);
            patched.put(own, value);
        }
        for (int i = 0; i < 4; i++) {
            value[offset + i] = (byte) (word >>> 24 - 8 * i);
        }
    }
}
