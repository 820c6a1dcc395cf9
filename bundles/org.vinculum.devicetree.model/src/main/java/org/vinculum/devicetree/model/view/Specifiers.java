package org.vinculum.devicetree.model.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// A list of phandles, each with as many cells behind it as its target asks for (`iommus`, `interrupts-extended`, …).
///
/// @param entries what could be read, in order
/// @param fault why the list could not be read to its end
public record Specifiers(List<Entry> entries, Optional<Fault> fault) {
    /// The most entries read of one list or map: as many as a bus of 16-bit requester IDs has requesters.
    public static final int MOST = 1 << 16;

    public Specifiers {
        entries = List.copyOf(entries);
    }

    /// @param at the cell of the phandle, from 0
    /// @param cells what follows the phandle
    public record Entry(int at, Node target, List<Integer> cells) {
        public Entry {
            cells = List.copyOf(cells);
        }
    }

    /// Reads a list whose targets count their cells themselves. A phandle of 0 is an empty place and skipped.
    ///
    /// @param countedBy the property of the target, e.g. `#iommu-cells`
    public static Specifiers read(Property list, String countedBy, TreeIndex index) {
        return read(list, countedBy, index, true);
    }

    /// Reads a list that has no empty places (`iommus`): a phandle of 0 is as wrong as any other that no node has.
    ///
    /// @param countedBy the property of the target, e.g. `#iommu-cells`
    public static Specifiers readDense(Property list, String countedBy, TreeIndex index) {
        return read(list, countedBy, index, false);
    }

    private static Specifiers read(
            Property list, String countedBy, TreeIndex index, boolean emptyPlaces) {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < list.cellCount()) {
            if (list.cell(at) == 0 && emptyPlaces) {
                at++;
                continue;
            }
            Node target = index.byPhandle(list.cell(at)).orElse(null);
            if (target == null) {
                return new Specifiers(entries, new Fault.Dangling(at, list.cell(at)));
            }
            OptionalInt count = Cells.count(target, countedBy);
            if (count.isEmpty()) {
                return new Specifiers(entries, new Fault.Uncounted(at, target, countedBy));
            }
            if (entries.size() == MOST) {
                return new Specifiers(entries, new Fault.TooMany(at, MOST));
            }
            int end = at + 1 + count.getAsInt();
            if (end > list.cellCount()) {
                return new Specifiers(
                        entries, new Fault.Truncated(at, end - at, list.cellCount() - at));
            }
            entries.add(new Entry(at, target, cells(list, at + 1, end)));
            at = end;
        }
        return new Specifiers(entries, remainder(list));
    }

    private Specifiers(List<Entry> entries, Fault fault) {
        this(entries, Optional.of(fault));
    }

    static Optional<Fault> remainder(Property list) {
        return list.length() % 4 == 0
                ? Optional.empty()
                : Optional.of(new Fault.NotCells(list.cellCount(), list.length()));
    }

    static List<Integer> cells(Property list, int from, int to) {
        List<Integer> cells = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            cells.add(list.cell(i));
        }
        return cells;
    }
}
