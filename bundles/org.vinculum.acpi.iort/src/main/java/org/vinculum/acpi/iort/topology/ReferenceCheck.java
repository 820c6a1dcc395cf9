package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;

/// Every mapping leads to the start of a node that can take its IDs (DEN0049, 3, table 4).
final class ReferenceCheck {
    private final Reading reading;
    private final Iort table;

    ReferenceCheck(Reading reading) {
        this.reading = reading;
        this.table = reading.table();
    }

    void check(IortNode node) {
        // no operating system reads mappings of an ITS group
        if (!(node instanceof ItsGroup)) {
            byReference(node).forEach((reference, mappings) -> check(node, reference, mappings));
        }
    }

    // mappings that go one way wrong are one finding
    private static Map<Long, List<Integer>> byReference(IortNode node) {
        Map<Long, List<Integer>> positions = new LinkedHashMap<>();
        List<IdMapping> mappings = NodeMap.present(node);
        int own = OwnMapping.index(node);
        for (int i = 0; i < mappings.size(); i++) {
            long reference = mappings.get(i).outputReference();
            // what the unit's own mapping lacks is said where it is looked at
            if (i != own || reference != 0) {
                positions.computeIfAbsent(reference, _ -> new ArrayList<>()).add(i);
            }
        }
        return positions;
    }

    private void check(IortNode node, long reference, List<Integer> mappings) {
        if (reference == 0) {
            reportNull(node, mappings);
            return;
        }
        String who = Numbers.mappings(mappings) + Numbers.verb(mappings, " leads", " lead");
        IortNode target = table.node(reference).orElse(null);
        if (target == null) {
            reportNowhere(node, reference, who);
        } else if (target == node) {
            reading.error(
                    "iort-reference-self",
                    node,
                    who
                            + " back to the node itself: Linux follows the circle for ever and the"
                            + " boot hangs as soon as a device there is looked up");
        } else if (!canTake(node, target)) {
            reading.error(
                    "iort-reference-type",
                    node,
                    who
                            + " to "
                            + Titles.at(target)
                            + ", and "
                            + wanted(node)
                            + ": the IDs arrive nowhere");
        }
    }

    private void reportNull(IortNode node, List<Integer> mappings) {
        String who = Numbers.mappings(mappings) + Numbers.verb(mappings, " has", " have");
        boolean first = mappings.getFirst() == 0 && NodeMap.present(node).size() > 1;
        String all = first ? ", and as the first has none, Linux uses no mapping at all" : "";
        if (node instanceof Smmu || node instanceof SmmuV3) {
            reading.warning(
                    "iort-message-null",
                    node,
                    who
                            + " no output reference"
                            + all
                            + ": MSIs of devices behind the SMMU reach no ITS; leave out mappings"
                            + " that lead nowhere");
        } else {
            reading.error(
                    "iort-reference-null",
                    node,
                    who
                            + " no output reference"
                            + all
                            + (node instanceof Rmr
                                    ? ": the memory is reserved for no stream"
                                    : ": DMA and MSIs under these IDs bypass every SMMU and ITS"));
        }
    }

    private void reportNowhere(IortNode node, long reference, String who) {
        IortNode around = Titles.around(table, reference);
        if (around != null) {
            reading.error(
                    "iort-reference-inside",
                    node,
                    who
                            + " to "
                            + Hex.of(reference)
                            + ", in the middle of "
                            + Titles.at(around)
                            + ": Linux takes the bytes there for a node");
        } else {
            reading.error(
                    "iort-reference-outside",
                    node,
                    who
                            + " to "
                            + Hex.of(reference)
                            + ", where no node is: Linux takes whatever is there for a node");
        }
    }

    private static boolean canTake(IortNode node, IortNode target) {
        boolean smmu = Goal.IOMMU.isReachedAt(target);
        boolean its = Goal.MESSAGES.isReachedAt(target);
        return switch (node) {
            case NamedComponent _, RootComplex _ -> smmu || its;
            case Rmr _ -> smmu;
            default -> its;
        };
    }

    private static String wanted(IortNode node) {
        return switch (node) {
            case NamedComponent _, RootComplex _ -> "a device leads to an SMMU or an ITS group";
            case Rmr _ -> "an RMR node leads to an SMMU";
            default -> "such a node leads to an ITS group";
        };
    }
}
