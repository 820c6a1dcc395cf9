package org.vinculum.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.IdMap;

/// Two entries of a map that hold the same ID.
///
/// @param first position of the entry that comes first in the map, from 1
/// @param second position of the other
/// @param from first ID that both hold
/// @param to last ID that both hold
record MapOverlap(int first, int second, long from, long to) {
    private record Placed(int position, IdMap.Entry entry) {
        long last() {
            return entry.inputBase() + entry.length() - 1;
        }
    }

    /// The overlap at the lowest ID; empty when every ID has one entry at most.
    static Optional<MapOverlap> find(List<IdMap.Entry> entries) {
        Placed farthest = null;
        for (Placed placed : byInput(entries)) {
            if (farthest != null && placed.entry().inputBase() <= farthest.last()) {
                return Optional.of(
                        new MapOverlap(
                                Math.min(farthest.position(), placed.position()),
                                Math.max(farthest.position(), placed.position()),
                                placed.entry().inputBase(),
                                Math.min(farthest.last(), placed.last())));
            }
            farthest = placed;
        }
        return Optional.empty();
    }

    Finding finding(String place) {
        return Finding.warning(
                "map-overlap",
                place,
                "entries "
                        + first
                        + " and "
                        + second
                        + " both hold "
                        + Hex.range(from, to)
                        + ": Linux takes the first, and the binding promises no order");
    }

    private static List<Placed> byInput(List<IdMap.Entry> entries) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).length() > 0) {
                placed.add(new Placed(i + 1, entries.get(i)));
            }
        }
        placed.sort(Comparator.comparingLong(p -> p.entry().inputBase()));
        return placed;
    }
}
