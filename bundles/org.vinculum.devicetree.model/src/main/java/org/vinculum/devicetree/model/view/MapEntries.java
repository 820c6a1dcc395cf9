package org.vinculum.devicetree.model.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// A map of requester IDs as it is written: `iommu-map` and `msi-map`, entries of input base, phandle, output, length.
///
/// The output takes as many cells as the entry's own target asks for. Maps older than that rule were written with one
/// cell for targets that ask for two; [#legacy()] tells that a map was read that way.
///
/// @param entries what could be read, in order
/// @param legacy all entries are four cells, of one target, with length 1, so the output was read as one cell
/// @param fault why the map could not be read to its end
public record MapEntries(List<Entry> entries, boolean legacy, Optional<Fault> fault) {
    // input base, phandle and length
    private static final int LEAST = 3;

    public MapEntries {
        entries = List.copyOf(entries);
    }

    /// @param at the cell of the input base, from 0
    /// @param inputBase first ID, 32 bits unsigned
    /// @param target the IOMMU or MSI controller
    /// @param output the first ID in the target's terms and, with more cells, what belongs to it
    /// @param length how many IDs, 32 bits unsigned
    public record Entry(int at, long inputBase, Node target, List<Integer> output, long length) {
        public Entry {
            output = List.copyOf(output);
        }
    }

    /// How the property that counts output cells is used: its name, and the count where a target lacks it.
    public enum Kind {
        /// `iommu-map`, counted by `#iommu-cells`.
        IOMMU("#iommu-cells", OptionalInt.empty()),
        /// `msi-map`, counted by `#msi-cells`; the map is older than the count, which MSI controllers may lack.
        MSI("#msi-cells", OptionalInt.of(1));

        private final String countedBy;
        private final OptionalInt otherwise;

        Kind(String countedBy, OptionalInt otherwise) {
            this.countedBy = countedBy;
            this.otherwise = otherwise;
        }

        /// The property of the target that counts the output's cells.
        public String countedBy() {
            return countedBy;
        }

        // an MSI controller of zero cells still takes one ID from a map: it was always written so
        private OptionalInt outputCells(Node target) {
            OptionalInt count = Cells.count(target, countedBy);
            return otherwise.isPresent() && count.orElse(0) == 0 ? otherwise : count;
        }
    }

    /// Reads a map.
    public static MapEntries read(Property map, Kind kind, TreeIndex index) {
        boolean legacy = isLegacy(map);
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at < map.cellCount(); ) {
            int left = map.cellCount() - at;
            if (left < 2) {
                return new MapEntries(entries, legacy, new Fault.Truncated(at, LEAST, left));
            }
            Node target = index.byPhandle(map.cell(at + 1)).orElse(null);
            if (target == null) {
                return new MapEntries(
                        entries, legacy, new Fault.Dangling(at + 1, map.cell(at + 1)));
            }
            OptionalInt output = legacy ? OptionalInt.of(1) : kind.outputCells(target);
            if (output.isEmpty()) {
                return new MapEntries(
                        entries, legacy, new Fault.Uncounted(at, target, kind.countedBy));
            }
            if (entries.size() == Specifiers.MOST) {
                return new MapEntries(entries, legacy, new Fault.TooMany(at, Specifiers.MOST));
            }
            int size = LEAST + output.getAsInt();
            if (left < size) {
                return new MapEntries(entries, legacy, new Fault.Truncated(at, size, left));
            }
            entries.add(entry(map, at, size, target));
            at += size;
        }
        return new MapEntries(entries, legacy, Specifiers.remainder(map));
    }

    private MapEntries(List<Entry> entries, boolean legacy, Fault fault) {
        this(entries, legacy, Optional.of(fault));
    }

    private static Entry entry(Property map, int at, int size, Node target) {
        int last = at + size - 1;
        return new Entry(
                at,
                Integer.toUnsignedLong(map.cell(at)),
                target,
                Specifiers.cells(map, at + 2, last),
                Integer.toUnsignedLong(map.cell(last)));
    }

    private static boolean isLegacy(Property map) {
        if (map.cellCount() == 0 || map.cellCount() % 4 != 0) {
            return false;
        }
        for (int at = 0; at < map.cellCount(); at += 4) {
            if (map.cell(at + 1) != map.cell(1) || map.cell(at + 3) != 1) {
                return false;
            }
        }
        return true;
    }
}
