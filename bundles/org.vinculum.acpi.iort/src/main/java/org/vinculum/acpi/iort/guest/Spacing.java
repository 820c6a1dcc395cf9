package org.vinculum.acpi.iort.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.iort.table.Checksum;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.SmmuV3;

/// Arranges a table with zero bytes in two places where iasl (20200925) takes what follows for something else: the two
/// fields that an SMMUv3 node has from revision 1 on, which it lists for any, and the padding behind a name, without which
/// it ends its listing.
final class Spacing {
    private static final int LATER_REVISION = 1;
    private static final char FILLER = '_';

    private Spacing() {}

    /// @throws IllegalArgumentException when a node would be longer than 65,535 bytes
    static Iort of(Iort table) {
        List<IortNode> wide = new ArrayList<>(table.nodes().size());
        for (IortNode node : table.nodes()) {
            wide.add(
                    switch (node) {
                        case SmmuV3 smmu -> as(smmu, later(smmu.head()), smmu);
                        case NamedComponent n -> as(n, n.head(), filled(n.name()), n);
                        default -> node;
                    });
        }
        Iort arranged = Arrangement.of(with(wide, table));
        List<IortNode> nodes = new ArrayList<>(wide.size());
        for (int i = 0; i < wide.size(); i++) {
            nodes.add(narrow(table.nodes().get(i), arranged.nodes().get(i)));
        }
        Iort spaced = with(nodes, arranged);
        return Checksum.corrected(spaced, IortWriter.write(spaced));
    }

    private static IortNode narrow(IortNode wanted, IortNode placed) {
        return switch (wanted) {
            case SmmuV3 smmu -> {
                NodeHead at = placed.head();
                var head =
                        new NodeHead(
                                at.offset(), at.length(), smmu.head().revision(), at.identifier());
                yield as(smmu, head, placed);
            }
            case NamedComponent n -> as(n, placed.head(), n.name(), placed);
            default -> placed;
        };
    }

    private static NodeHead later(NodeHead head) {
        return NodeHead.of(head.offset(), LATER_REVISION, head.identifier());
    }

    private static String filled(String name) {
        return (NamedComponent.NAME_OFFSET + name.length() + 1) % 4 == 0 ? name + FILLER : name;
    }

    private static SmmuV3 as(SmmuV3 smmu, NodeHead head, IortNode mapped) {
        return new SmmuV3(
                head,
                smmu.base(),
                smmu.flags(),
                smmu.vatos(),
                smmu.model(),
                smmu.eventGsiv(),
                smmu.priGsiv(),
                smmu.gerrGsiv(),
                smmu.syncGsiv(),
                smmu.proximityDomain(),
                smmu.deviceIdIndex(),
                mapped.mappings());
    }

    private static NamedComponent as(
            NamedComponent n, NodeHead head, String name, IortNode mapped) {
        return new NamedComponent(
                head, n.flags(), n.memory(), n.addressLimit(), name, mapped.mappings());
    }

    private static Iort with(List<IortNode> nodes, Iort table) {
        return new Iort(
                table.header(),
                table.length(),
                table.nodeCount(),
                table.nodeOffset(),
                nodes,
                table.slack(),
                table.trailing());
    }
}
