package org.vinculum.acpi.iort.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.SmmuV3;

/// One ID after the other, mapping by mapping, the way the rules are told: slow, and written without a look at the search.
final class LinuxWalk {
    /// @param node where the ID arrived, empty when nowhere
    record Arrival(OptionalLong node, long id) {}

    private final Iort table;

    LinuxWalk(Iort table) {
        this.table = table;
    }

    Arrival arrival(IortNode start, long input, Goal goal) {
        IortNode node = start;
        long id = input;
        for (int step = 0; step <= table.nodes().size(); step++) {
            if (goal.isReachedAt(node)) {
                return new Arrival(OptionalLong.of(node.offset()), id);
            }
            Hit hit = hit(node, id);
            Optional<IortNode> next = hit == null ? Optional.empty() : table.node(hit.reference);
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
            id = hit.output;
        }
        return new Arrival(OptionalLong.empty(), input);
    }

    private record Hit(long output, long reference) {}

    private static Hit hit(IortNode node, long id) {
        List<IdMapping> mappings = node.mappings().entries();
        if (node.mappings().offset() == 0
                || mappings.isEmpty()
                || mappings.getFirst().outputReference() == 0) {
            return null;
        }
        Hit provisional = null;
        for (int i = 0; i < mappings.size(); i++) {
            IdMapping m = mappings.get(i);
            if (i == skipped(node)) {
                continue;
            }
            if (m.single()) {
                if (node instanceof NamedComponent || node instanceof RootComplex) {
                    return new Hit(m.outputBase(), m.outputReference());
                }
                continue;
            }
            int end = (int) m.inputBase() + (int) m.idCount();
            boolean holds =
                    Integer.compareUnsigned((int) id, (int) m.inputBase()) >= 0
                            && Integer.compareUnsigned((int) id, end) <= 0;
            if (!holds || provisional != null && id != m.inputBase()) {
                continue;
            }
            int output = (int) m.outputBase() + (int) id - (int) m.inputBase();
            Hit hit = new Hit(Integer.toUnsignedLong(output), m.outputReference());
            if (m.idCount() == 0 || (int) id != end) {
                return hit;
            }
            provisional = hit.reference == 0 ? null : hit;
        }
        return provisional;
    }

    private static int skipped(IortNode node) {
        if (node instanceof Pmcg pmcg && pmcg.overflowGsiv() == 0) {
            return 0;
        }
        if (!(node instanceof SmmuV3 smmu) || smmu.head().revision() == 0) {
            return -1;
        }
        boolean wired =
                smmu.eventGsiv() != 0
                        && smmu.priGsiv() != 0
                        && smmu.gerrGsiv() != 0
                        && smmu.syncGsiv() != 0;
        boolean counts = smmu.head().revision() >= 5 ? (smmu.flags() & 0x10) != 0 : !wired;
        return counts && smmu.deviceIdIndex() < smmu.mappings().count()
                ? (int) smmu.deviceIdIndex()
                : -1;
    }
}
