package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculum.acpi.model.IdMapping;

/// Which mapping gets which input ID, when mappings are offered in their order and none is ever asked for one ID alone.
///
/// Work is bounded by the number of mappings: a gap between what is taken is filled once.
final class Claims {
    private final List<Run> runs = new ArrayList<>();

    // first to last ID of what is taken, never touching each other; what yields is in it
    private final TreeMap<Long, Long> taken = new TreeMap<>();

    // hits on the last ID of a range ([LinuxRule#LAST_ID_YIELDS])
    private final TreeMap<Long, Run> yielding = new TreeMap<>();

    /// Offers a range that does not wrap; it gets what is free, and the ID that yields to its start.
    void range(IdMapping mapping) {
        long first = mapping.inputBase();
        long last = first + mapping.idCount();
        if (yielding.remove(first) != null) {
            runs.add(run(mapping, first, first));
        }
        boolean yields = mapping.idCount() > 0;
        long kept = yields ? last - 1 : last;
        take(mapping, first, kept);
        if (yields && isFree(last) && mapping.outputReference() != 0) {
            yielding.put(last, run(mapping, last, last));
            cover(last, last);
        }
    }

    /// Offers a mapping that takes every input; it gets what is free and all that yields.
    void everything(IdMapping mapping) {
        yielding.keySet().forEach(id -> runs.add(run(mapping, id, id)));
        yielding.clear();
        take(mapping, 0, Run.LAST_ID);
    }

    /// What each mapping got, by input ID; neighbours that go on in one another are one run.
    List<Run> runs() {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.addAll(yielding.values());
        sorted.sort(Comparator.comparingLong(Run::first));
        List<Run> joined = new ArrayList<>();
        for (Run run : sorted) {
            Run before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.continuesIn(run)) {
                joined.set(
                        joined.size() - 1,
                        new Run(
                                before.first(),
                                run.last(),
                                before.output(),
                                false,
                                run.reference()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private boolean isFree(long id) {
        Map.Entry<Long, Long> below = taken.floorEntry(id);
        return below == null || below.getValue() < id;
    }

    private void take(IdMapping mapping, long first, long last) {
        if (first > last) {
            return;
        }
        long at = isFree(first) ? first : taken.floorEntry(first).getValue() + 1;
        while (at <= last) {
            Map.Entry<Long, Long> next = taken.ceilingEntry(at);
            long end = next == null ? last : Math.min(last, next.getKey() - 1);
            if (at <= end) {
                runs.add(run(mapping, at, end));
            }
            at = next == null ? last + 1 : next.getValue() + 1;
        }
        cover(first, last);
    }

    // everything from first to last is taken from now on; joined with what it touches
    private void cover(long first, long last) {
        Map.Entry<Long, Long> below = taken.floorEntry(first);
        long from = below != null && below.getValue() >= first - 1 ? below.getKey() : first;
        long to = last;
        Map.Entry<Long, Long> next = taken.ceilingEntry(from);
        while (next != null && next.getKey() <= to + 1) {
            to = Math.max(to, next.getValue());
            taken.remove(next.getKey());
            next = taken.ceilingEntry(from);
        }
        taken.put(from, to);
    }

    private static Run run(IdMapping mapping, long first, long last) {
        long above = mapping.single() ? 0 : first - mapping.inputBase();
        return new Run(
                first,
                last,
                mapping.outputBase() + above & Run.LAST_ID,
                mapping.single(),
                mapping.outputReference());
    }
}
