package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Rmr;

/// Ranges of a node's mappings stay inside 32 bits and out of each other's way.
final class RangeCheck {
    private static final int IDS_OF_A_BUS = 0x100;

    private final Reading reading;

    private record Placed(int position, IdMapping mapping) {
        long first() {
            return mapping.inputBase();
        }

        long last() {
            return mapping.inputBase() + mapping.idCount();
        }

        String name() {
            return "mapping " + (position + 1);
        }
    }

    RangeCheck(Reading reading) {
        this.reading = reading;
    }

    void check(IortNode node) {
        List<Placed> ranges = new ArrayList<>();
        List<IdMapping> mappings = NodeMap.present(node);
        int own = OwnMapping.index(node);
        for (int i = 0; i < mappings.size(); i++) {
            Placed placed = new Placed(i, mappings.get(i));
            if (i != own && !placed.mapping().single() && !wraps(node, placed)) {
                ranges.add(placed);
            }
        }
        // the input of an RMR mapping means nothing
        if (!(node instanceof Rmr)) {
            checkOverlaps(node, ranges);
        }
    }

    private boolean wraps(IortNode node, Placed placed) {
        IdMapping mapping = placed.mapping();
        if (mapping.outputBase() + mapping.idCount() > Run.LAST_ID) {
            reading.error(
                    "iort-output-wrap",
                    node,
                    placed.name()
                            + " puts out "
                            + Hex.of(mapping.length())
                            + " IDs from "
                            + Hex.of(mapping.outputBase())
                            + " and runs past 32 bits: IDs start again at 0 and meet other"
                            + " devices' streams");
        }
        if (!NodeMap.wraps(mapping)) {
            return false;
        }
        reading.error(
                "iort-input-wrap",
                node,
                placed.name()
                        + " takes in "
                        + Hex.of(mapping.length())
                        + " IDs from "
                        + Hex.of(mapping.inputBase())
                        + " and runs past 32 bits: Linux finds no ID in it");
        return true;
    }

    private void checkOverlaps(IortNode node, List<Placed> ranges) {
        ranges.sort(Comparator.comparingLong(Placed::first));
        Set<Placed> explained = new HashSet<>();
        Placed farthest = null;
        for (Placed placed : ranges) {
            if (farthest != null && placed.first() <= farthest.last()) {
                report(node, farthest, placed);
                explained.add(farthest);
            }
            if (farthest == null || placed.last() > farthest.last()) {
                farthest = placed;
            }
        }
        for (Placed placed : ranges) {
            if (!explained.contains(placed) && isRounded(placed.mapping().idCount())) {
                noteRounded(node, placed);
            }
        }
    }

    private void noteRounded(IortNode node, Placed placed) {
        reading.note(
                "iort-count-rounded",
                node,
                placed.name()
                        + " takes in "
                        + Hex.of(placed.mapping().length())
                        + " IDs, one more than whole buses have: the count is the number of IDs"
                        + " minus one; "
                        + Hex.of(placed.mapping().idCount() - 1)
                        + " may be meant");
    }

    private static boolean isRounded(long idCount) {
        return idCount != 0 && idCount % IDS_OF_A_BUS == 0;
    }

    private void report(IortNode node, Placed low, Placed high) {
        if (high.first() == low.last() && low.mapping().idCount() > 0) {
            reading.warning(
                    "iort-off-by-one",
                    node,
                    low.name()
                            + " ends at "
                            + Hex.of(low.last())
                            + ", where "
                            + high.name()
                            + " starts, because its count is not one less than its IDs: Linux"
                            + " gives that ID to "
                            + high.name()
                            + " and complains at every lookup; write a count of "
                            + Hex.of(low.mapping().idCount() - 1));
            return;
        }
        Placed winner = low.position() < high.position() ? low : high;
        reading.warning(
                "iort-overlap",
                node,
                low.name()
                        + " and "
                        + high.name()
                        + " both take in "
                        + Hex.range(high.first(), Math.min(low.last(), high.last()))
                        + ": Linux follows "
                        + winner.name()
                        + ", and other software need not");
    }
}
