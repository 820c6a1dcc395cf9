package org.vinculum.devicetree.overlay;

import java.util.ArrayDeque;
import java.util.Deque;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Moves an overlay's own phandles, and its references to them, past the highest of the base.
final class PhandleShift {
    /// 0xffffffff stands for "not resolved yet" and 0 for none.
    private static final long HIGHEST = 0xffff_fffeL;

    private final Overlay overlay;
    private final long delta;

    PhandleShift(Overlay overlay, int highestOfBase) {
        this.overlay = overlay;
        this.delta = highestOfBase & 0xffff_ffffL;
    }

    void apply() {
        Deque<Node> pending = new ArrayDeque<>();
        pending.push(overlay.root());
        while (!pending.isEmpty()) {
            Node node = pending.pop();
            for (int i = 0; i < node.properties().size(); i++) {
                if (Phandles.isPhandle(node.properties().get(i))) {
                    shift(node, node.properties().get(i));
                }
            }
            node.children().forEach(pending::push);
        }
        new LocalReferences(overlay).change(word -> (int) (word + delta));
    }

    private void shift(Node node, Property phandle) {
        Place place = overlay.at(node.path() + " " + phandle.name());
        if (phandle.length() != 4) {
            throw place.fault("a phandle of four bytes", phandle.length() + " bytes");
        }
        long shifted = (phandle.cell(0) & 0xffff_ffffL) + delta;
        if (shifted > HIGHEST) {
            throw place.fault(
                    "a phandle that stays below 0xffffffff above the base's highest, 0x"
                            + Long.toHexString(delta),
                    "0x" + Integer.toHexString(phandle.cell(0)));
        }
        overlay.patch(node, phandle.name(), 0, (int) shifted);
    }
}
