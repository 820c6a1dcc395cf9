package org.vinculum.devicetree.model.view;

import org.vinculum.devicetree.model.Property;

/// An address on some bus: a number, and on buses of three cells and more what stands before it.
///
/// @param space the first cell where there are more than two, e.g. `phys.hi` of PCI (IEEE 1275 PCI binding, 2.2.1.1); else 0
/// @param offset the last two cells, unsigned
public record BusAddress(int space, long offset) {
    /// Reads an address of `count` cells from cell `at` on.
    ///
    /// @throws IndexOutOfBoundsException when the property is shorter
    public static BusAddress read(Property property, int at, int count) {
        int numeric = Math.min(count, 2);
        return new BusAddress(
                count > 2 ? property.cell(at) : 0,
                Cells.number(property, at + count - numeric, numeric));
    }
}
