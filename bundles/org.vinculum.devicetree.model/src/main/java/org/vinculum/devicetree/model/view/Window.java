package org.vinculum.devicetree.model.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// One entry of `ranges` or `dma-ranges`: part of a bus as its parent sees it (DTSpec 0.4, 2.3.8).
///
/// @param child where it starts on the bus itself
/// @param parent where it starts on the bus above, or for the root's children in CPU addresses
/// @param size in bytes, unsigned
public record Window(BusAddress child, BusAddress parent, long size) {
    /// The most windows looked at on one bus; the rest is as if it were not there.
    public static final int MOST = 4096;

    // phys.hi of PCI: memory or I/O space (IEEE 1275 PCI binding, 2.2.1.1)
    private static final int PCI_MEMORY = 0x0200_0000;

    /// The windows of a bus, whole entries only; empty when the property is absent, or there and empty.
    public static List<Window> of(Node bus, String property) {
        Property ranges = bus.property(property).orElse(null);
        int entry = cells(bus);
        if (ranges == null || entry == 0) {
            return List.of();
        }
        List<Window> windows = new ArrayList<>();
        int count = Math.min(MOST, ranges.cellCount() / entry);
        for (int i = 0; i < count; i++) {
            windows.add(read(ranges, i * entry, CellCounts.below(bus), parentCells(bus)));
        }
        return windows;
    }

    /// Cells of one entry below a bus; 0 when the counts make no sense.
    public static int cells(Node bus) {
        CellCounts below = CellCounts.below(bus);
        int cells = below.address() + parentCells(bus) + below.size();
        return below.address() == 0 ? 0 : cells;
    }

    /// The address on the bus above; empty when this window does not hold it.
    public Optional<BusAddress> translate(BusAddress address) {
        if (!sameSpace(address) || !holds(address.offset())) {
            return Optional.empty();
        }
        long offset = address.offset() - child.offset() + parent.offset();
        return Optional.of(new BusAddress(parent.space(), offset));
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

    private boolean holds(long offset) {
        return Long.compareUnsigned(offset, child.offset()) >= 0
                && Long.compareUnsigned(offset - child.offset(), size) < 0;
    }

    private boolean sameSpace(BusAddress address) {
        return ((address.space() ^ child.space()) & PCI_MEMORY) == 0;
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
