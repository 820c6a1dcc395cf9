package org.vinculum.devicetree.overlay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// The places of an overlay that hold phandles of its own nodes: what `__local_fixups__` mirrors, value by value.
final class LocalReferences {
    private record Mirror(Node offsets, Node node) {}

    private final Overlay overlay;

    LocalReferences(Overlay overlay) {
        this.overlay = overlay;
    }

    /// Replaces each reference by what `change` makes of it.
    void change(IntUnaryOperator change) {
        Deque<Mirror> pending = new ArrayDeque<>();
        overlay.special("__local_fixups__")
                .ifPresent(offsets -> pending.push(new Mirror(offsets, overlay.root())));
        while (!pending.isEmpty()) {
            Mirror mirror = pending.pop();
            for (Property offsets : mirror.offsets.properties()) {
                change(mirror, offsets, change);
            }
            for (Node child : mirror.offsets.children()) {
                pending.push(new Mirror(child, counterpart(mirror, child)));
            }
        }
    }

    private Node counterpart(Mirror mirror, Node child) {
        return overlay.names()
                .child(mirror.node, child.name())
                .orElseThrow(() ->
                        overlay.at(child.path())
                                .fault(
                                        "a node " + child.name() + " in " + mirror.node.path(),
                                        "none"));
    }

    private void change(Mirror mirror, Property offsets, IntUnaryOperator change) {
        Place place = overlay.at(mirror.offsets.path() + " " + offsets.name());
        if (offsets.length() % 4 != 0) {
            throw place.fault("offsets of four bytes each", offsets.length() + " bytes");
        }
        for (int i = 0; i < offsets.cellCount(); i++) {
            long offset = offsets.cell(i) & 0xffff_ffffL;
            Optional<Property> value = mirror.node.property(offsets.name());
            if (value.isEmpty()) {
                throw place.fault(
                        "a property " + offsets.name() + " of " + mirror.node.path(), "none");
            }
            if (offset + 4 > value.get().length()) {
                throw place.fault(
                        "an offset inside the value of " + value.get().length() + " bytes",
                        Long.toString(offset));
            }
            int word = Overlay.word(value.get(), (int) offset);
            overlay.patch(mirror.node, offsets.name(), (int) offset, change.applyAsInt(word));
        }
    }
}
