package org.vinculum.devicetree.model.view;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// One entry of `ranges` or `dma-ranges`: part of a bus as its parent sees it (DTSpec 0.4, 2.3.8).
///
/// @param child where it starts on the bus itself
/// @param parent where it starts on the bus above, or for the root's children in CPU addresses
/// @param size in bytes, unsigned
public record Window(BusAddress child, BusAddress parent, long size) {
    /// The most windows looked at on one bus, ten times what shipping boards have; the rest is as if it were not there.
    public static final int MOST = 1024;

    // phys.hi of PCI: memory or I/O space (IEEE 1275 PCI binding, 2.2.1.1)
    private static final int PCI_MEMORY = 0x0200_0000;

    /// The windows of a bus, whole entries only; empty when the property is absent, or there and empty.
    public static List<Window> of(Node bus, String property) {
        Property ranges = bus.property(property).orElse(null);
        int entry = cells(bus);
        if (ranges == null || entry == 0) {
            return List.of();
        }
        CellCounts below = CellCounts.below(bus);
        int parentCells = parentCells(bus);
        List<Window> windows = new ArrayList<>();
        int count = Math.min(MOST, ranges.cellCount() / entry);
        for (int i = 0; i < count; i++) {
            windows.add(read(ranges, i * entry, below, parentCells));
        }
        return windows;
    }

    /// Cells of one entry below a bus; 0 when the counts make no sense.
    public static int cells(Node bus) {
        CellCounts below = CellCounts.below(bus);
        int cells = below.address() + parentCells(bus) + below.size();
        return below.address() == 0 ? 0 : cells;
    }

    /// Whether an address of the bus lies in this window.
    public boolean holds(BusAddress address) {
        return ((address.space() ^ child.space()) & PCI_MEMORY) == 0
                && Long.compareUnsigned(address.offset(), child.offset()) >= 0
                && Long.compareUnsigned(address.offset() - child.offset(), size) < 0;
    }

    /// What an address that this window holds is on the bus above.
    public BusAddress translate(BusAddress address) {
        return new BusAddress(parent.space(), address.offset() - child.offset() + parent.offset());
    }

    /// Bytes of the window from an address that it holds to its end.
    public long room(BusAddress address) {
        return size - (address.offset() - child.offset());
    }

    /// Whether the window runs past 2^64 on either side.
    public boolean wraps() {
        return wraps(child.offset()) || wraps(parent.offset());
    }

    private boolean wraps(long start) {
        return size != 0 && Long.compareUnsigned(start + size - 1, start) < 0;
    }

    private static int parentCells(Node bus) {
        return CellCounts.of(bus).address();
    }

    private static Window read(Property ranges, int at, CellCounts below, int parentCells) {
        int afterChild = at + below.address();
        return new Window(
                BusAddress.read(ranges, at, below.address()),
                BusAddress.read(ranges, afterChild, parentCells),
                Cells.number(ranges, afterChild + parentCells, below.size()));
    }
}
