package org.vinculum.devicetree.model.view;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// The `reg` of a node in the terms of its parent (DTSpec 0.4, 2.3.6).
///
/// @param blocks whole entries, in order; none when the parent gives addresses no cells
/// @param spareBytes bytes at the end that make no whole entry
public record Reg(List<Block> blocks, int spareBytes) {
    public Reg {
        blocks = List.copyOf(blocks);
    }

    /// @param address where it starts on the parent's bus
    /// @param size in bytes, unsigned, 0 where the bus has no sizes
    public record Block(BusAddress address, long size) {}

    /// Reads `reg`; nothing where a node has none.
    public static Reg of(Node node) {
        Property reg = node.property("reg").orElse(null);
        if (reg == null) {
            return new Reg(List.of(), 0);
        }
        CellCounts counts = CellCounts.of(node);
        if (counts.address() == 0) {
            return new Reg(List.of(), reg.length());
        }
        List<Block> blocks = new ArrayList<>();
        int pairs = reg.length() / (counts.pair() * 4);
        for (int i = 0; i < pairs; i++) {
            int at = i * counts.pair();
            blocks.add(
                    new Block(
                            BusAddress.read(reg, at, counts.address()),
                            Cells.number(reg, at + counts.address(), counts.size())));
        }
        return new Reg(blocks, reg.length() - pairs * counts.pair() * 4);
    }
}
