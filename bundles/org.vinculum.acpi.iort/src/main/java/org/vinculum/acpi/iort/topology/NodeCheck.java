package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.UnknownNode;

/// Type, revision and identifier of every node (DEN0049, 3, table 2).
final class NodeCheck {
    private static final int LAST_TYPE = Iwb.TYPE;

    private final Reading reading;

    NodeCheck(Reading reading) {
        this.reading = reading;
    }

    void check(IortNode node) {
        if (node.type() > LAST_TYPE) {
            reading.note(
                    "iort-type-unknown",
                    node,
                    "the type "
                            + Hex.of(node.type())
                            + " is not defined by DEN0049E.f: operating systems pass the node"
                            + " over");
            return;
        }
        if (node instanceof UnknownNode) {
            reading.error(
                    "iort-node-short",
                    node,
                    node.head().length()
                            + " bytes are too short for "
                            + Titles.of(node.type())
                            + " of revision "
                            + node.head().revision()
                            + ": Linux takes the bytes behind it for the rest");
        }
        checkRevision(node);
    }

    private void checkRevision(IortNode node) {
        int last = lastRevision(node.type());
        if (node.head().revision() > last) {
            reading.warning(
                    "iort-node-revision",
                    node,
                    "revision "
                            + node.head().revision()
                            + " of "
                            + Titles.of(node.type())
                            + " is later than the last that is defined, "
                            + last
                            + ": it is read as that, and what changed is misread");
        }
        int table = firstTable(node.type());
        if (reading.table().header().revision() < table && node.type() == Iwb.TYPE) {
            reading.note(
                    "iort-type-early",
                    node,
                    Titles.of(node.type())
                            + " exists from table revision "
                            + table
                            + " on and the table has "
                            + reading.table().header().revision()
                            + ": software may pass it over");
        }
    }

    /// Identifiers are unique from table revision 1; once for each that is not.
    void checkIdentifiers() {
        if (reading.table().header().revision() < 1) {
            return;
        }
        Map<Long, List<IortNode>> owners = new LinkedHashMap<>();
        for (IortNode node : reading.table().nodes()) {
            owners.computeIfAbsent(node.head().identifier(), _ -> new ArrayList<>(1)).add(node);
        }
        owners.values().stream().filter(nodes -> nodes.size() > 1).forEach(this::reportShared);
    }

    private void reportShared(List<IortNode> nodes) {
        reading.warning(
                "iort-identifier-duplicate",
                nodes.get(1),
                Numbers.count(nodes.size(), "node")
                        + ", the first "
                        + Titles.at(nodes.getFirst())
                        + ", have the identifier "
                        + Hex.of(nodes.getFirst().head().identifier())
                        + ": tables that refer to nodes by identifier cannot tell them apart");
    }

    private static int firstTable(int type) {
        return switch (type) {
            case Iwb.TYPE -> 7;
            default -> 0;
        };
    }

    private static int lastRevision(int type) {
        return switch (type) {
            case ItsGroup.TYPE -> 1;
            case NamedComponent.TYPE, RootComplex.TYPE -> 4;
            case Smmu.TYPE, Rmr.TYPE -> 3;
            case SmmuV3.TYPE -> 5;
            case Pmcg.TYPE -> 2;
            default -> 0;
        };
    }
}
