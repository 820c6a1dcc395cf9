package org.vinculum.devicetree.model.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// The interrupts a node raises (DTSpec 0.4, 2.4.1): `interrupts-extended`, else `interrupts` to the interrupt parent.
///
/// @param lines in order
/// @param fault why the list could not be read to its end
public record Interrupts(List<Specifiers.Entry> lines, Optional<Fault> fault) {
    static final String CELLS = "#interrupt-cells";
    // longer chains of parents than any machine has, and the end of circular ones
    private static final int FARTHEST = 256;

    public Interrupts {
        lines = List.copyOf(lines);
    }

    public static Interrupts of(Node node, TreeIndex index) {
        Property extended = node.property("interrupts-extended").orElse(null);
        if (extended != null) {
            Specifiers list = Specifiers.read(extended, CELLS, index);
            return new Interrupts(list.entries(), list.fault());
        }
        Property interrupts = node.property("interrupts").orElse(null);
        if (interrupts == null || interrupts.length() == 0) {
            return new Interrupts(List.of(), Optional.empty());
        }
        return parent(node, index)
                .map(controller -> split(interrupts, controller))
                .orElseGet(() -> new Interrupts(List.of(), Optional.of(orphan(node))));
    }

    /// The interrupt controller or nexus that `interrupts` of a node goes to: along `interrupt-parent`, or the tree where
    /// a node has none, up to the first node that says `#interrupt-cells`. Empty when the way ends before, or is a circle.
    public static Optional<Node> parent(Node node, TreeIndex index) {
        Node at = node;
        for (int steps = 0; at != null && steps < FARTHEST; steps++) {
            OptionalInt phandle = Cells.single(at, "interrupt-parent");
            at =
                    phandle.isPresent()
                            ? index.byPhandle(phandle.getAsInt()).orElse(null)
                            : at.parent().orElse(null);
            if (at != null && at.has(CELLS)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static Fault orphan(Node node) {
        return new Fault.Uncounted(0, node, "interrupt-parent");
    }

    private static Interrupts split(Property interrupts, Node controller) {
        int cells = Cells.count(controller, CELLS).orElse(0);
        if (cells == 0) {
            return new Interrupts(
                    List.of(), Optional.of(new Fault.Uncounted(0, controller, CELLS)));
        }
        List<Specifiers.Entry> lines = new ArrayList<>();
        int at = 0;
        for (; at + cells <= interrupts.cellCount(); at += cells) {
            if (lines.size() == Specifiers.MOST) {
                return new Interrupts(lines, Optional.of(new Fault.TooMany(at, Specifiers.MOST)));
            }
            lines.add(
                    new Specifiers.Entry(
                            at, controller, Specifiers.cells(interrupts, at, at + cells)));
        }
        int left = interrupts.cellCount() - at;
        return new Interrupts(
                lines,
                left > 0
                        ? Optional.of(new Fault.Truncated(at, cells, left))
                        : Specifiers.remainder(interrupts));
    }
}
