package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;

/// Single mappings are for devices with IDs of their own, and have no range (DEN0049, 3, table 4).
final class SingleCheck {
    private final Reading reading;

    SingleCheck(Reading reading) {
        this.reading = reading;
    }

    void check(IortNode node) {
        List<Integer> misplaced = new ArrayList<>();
        List<Integer> wide = new ArrayList<>();
        List<IdMapping> mappings = NodeMap.present(node);
        int own = OwnMapping.index(node);
        for (int i = 0; i < mappings.size(); i++) {
            IdMapping mapping = mappings.get(i);
            if (mapping.single() && i != own && !mayBeSingle(node)) {
                misplaced.add(i);
            } else if (mapping.single() && mapping.idCount() != 0) {
                wide.add(i);
            }
        }
        report(node, misplaced, wide);
        if (node instanceof RootComplex) {
            checkRoot(node, mappings);
        }
    }

    private static boolean mayBeSingle(IortNode node) {
        return NodeMap.isDevice(node) || node instanceof Rmr || node instanceof Pmcg;
    }

    private void report(IortNode node, List<Integer> misplaced, List<Integer> wide) {
        if (!misplaced.isEmpty()) {
            reading.warning(
                    "iort-single-misplaced",
                    node,
                    Numbers.mappings(misplaced)
                            + " of "
                            + Titles.of(node.type())
                            + Numbers.verb(misplaced, " is", " are")
                            + " marked single, which is for devices: Linux passes over"
                            + Numbers.verb(misplaced, " it", " them")
                            + "; clear the flag and write the range");
        }
        if (!wide.isEmpty()) {
            reading.note(
                    "iort-single-range",
                    node,
                    Numbers.mappings(wide)
                            + Numbers.verb(wide, " is single and counts", " are single and count")
                            + " more than one ID: Linux gives the output base and nothing else;"
                            + " write a count of 0");
        }
    }

    private void checkRoot(IortNode node, List<IdMapping> mappings) {
        for (int i = 0; i < mappings.size(); i++) {
            if (mappings.get(i).single()) {
                reading.warning(
                        "iort-single-root",
                        node,
                        "mapping "
                                + (i + 1)
                                + " is single, so every requester that no earlier one holds"
                                + " becomes "
                                + Hex.of(mappings.get(i).outputBase())
                                + " and later mappings are never reached: devices of the segment"
                                + " cannot be told apart");
                return;
            }
        }
    }
}
