package org.vinculum.devicetree.model.view;

import org.vinculum.devicetree.model.Node;

/// How many cells an address and a size take in the children of one bus (DTSpec 0.4, 2.3.5).
///
/// @param address cells of an address, 0 to [Cells#MOST]
/// @param size cells of a size, 0 to [Cells#MOST]
public record CellCounts(int address, int size) {
    /// What a bus that says nothing means (DTSpec 0.4, 2.3.5).
    public static final CellCounts DEFAULT = new CellCounts(2, 1);

    /// The counts a bus declares for its children, the default where it declares none or one that makes no sense.
    public static CellCounts below(Node bus) {
        return new CellCounts(
                Cells.count(bus, "#address-cells").orElse(DEFAULT.address),
                Cells.count(bus, "#size-cells").orElse(DEFAULT.size));
    }

    /// The counts that the `reg` of a node is written in: those of its parent.
    public static CellCounts of(Node node) {
        return node.parent().map(CellCounts::below).orElse(DEFAULT);
    }

    /// Cells of one address and size.
    public int pair() {
        return address + size;
    }
}
