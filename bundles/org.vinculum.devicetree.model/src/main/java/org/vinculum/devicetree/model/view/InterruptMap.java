package org.vinculum.devicetree.model.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// The `interrupt-map` of a nexus: how the interrupts of one domain become those of others (DTSpec 0.4, 2.4.3).
///
/// @param entries what could be read, in order
/// @param fault why the map could not be read to its end
public record InterruptMap(List<Entry> entries, Optional<Fault> fault) {
    public InterruptMap {
        entries = List.copyOf(entries);
    }

    /// @param at the entry's first cell, from 0
    /// @param child unit address and interrupt specifier that are looked for
    /// @param parent the controller or nexus that the interrupt goes on to
    /// @param unit unit address on the parent's side; a parent without `#address-cells` takes none
    /// @param specifier the interrupt in the parent's terms
    public record Entry(
            int at, List<Integer> child, Node parent, List<Integer> unit, List<Integer> specifier) {
        public Entry {
            child = List.copyOf(child);
            unit = List.copyOf(unit);
            specifier = List.copyOf(specifier);
        }
    }

    /// Reads the map of a nexus; nothing where it has none.
    public static InterruptMap of(Node nexus, TreeIndex index) {
        Property map = nexus.property("interrupt-map").orElse(null);
        if (map == null) {
            return new InterruptMap(List.of(), Optional.empty());
        }
        OptionalInt interruptCells = Cells.count(nexus, Interrupts.CELLS);
        if (interruptCells.isEmpty()) {
            return new InterruptMap(List.of(), new Fault.Uncounted(0, nexus, Interrupts.CELLS));
        }
        int childCells = CellCounts.below(nexus).address() + interruptCells.getAsInt();
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < map.cellCount()) {
            int phandleAt = at + childCells;
            int left = map.cellCount() - at;
            if (left <= childCells) {
                return new InterruptMap(entries, new Fault.Truncated(at, childCells + 1, left));
            }
            Node parent = index.byPhandle(map.cell(phandleAt)).orElse(null);
            if (parent == null) {
                return new InterruptMap(
                        entries, new Fault.Dangling(phandleAt, map.cell(phandleAt)));
            }
            OptionalInt parentInterrupt = Cells.count(parent, Interrupts.CELLS);
            if (parentInterrupt.isEmpty()) {
                return new InterruptMap(
                        entries, new Fault.Uncounted(phandleAt, parent, Interrupts.CELLS));
            }
            if (entries.size() == Specifiers.MOST) {
                return new InterruptMap(entries, new Fault.TooMany(at, Specifiers.MOST));
            }
            int unitEnd = phandleAt + 1 + Cells.count(parent, "#address-cells").orElse(0);
            int end = unitEnd + parentInterrupt.getAsInt();
            if (end > map.cellCount()) {
                return new InterruptMap(entries, new Fault.Truncated(at, end - at, left));
            }
            entries.add(
                    new Entry(
                            at,
                            Specifiers.cells(map, at, phandleAt),
                            parent,
                            Specifiers.cells(map, phandleAt + 1, unitEnd),
                            Specifiers.cells(map, unitEnd, end)));
            at = end;
        }
        return new InterruptMap(entries, Specifiers.remainder(map));
    }

    private InterruptMap(List<Entry> entries, Fault fault) {
        this(entries, Optional.of(fault));
    }
}
