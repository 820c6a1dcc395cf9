package org.vinculum.acpi.iort.topology;

import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.RootComplex;

/// What one node makes of every ID that reaches it, as Linux would (`iort_node_map_id`, one turn of its loop).
///
/// @param runs by input ID, not overlapping; an ID in none passes the node unchanged, to nowhere
record NodeMap(List<Run> runs) {
    private static final NodeMap NOTHING = new NodeMap(List.of());

    static NodeMap of(IortNode node) {
        List<IdMapping> mappings = usable(node);
        if (mappings.isEmpty()) {
            return NOTHING;
        }
        Claims claims = new Claims();
        int own = OwnMapping.index(node);
        for (int i = 0; i < mappings.size(); i++) {
            if (i != own && !offer(mappings.get(i), node, claims)) {
                break;
            }
        }
        return new NodeMap(claims.runs());
    }

    /// The mappings that Linux looks at: none behind an offset of 0 or when the first leads to offset 0.
    static List<IdMapping> usable(IortNode node) {
        List<IdMapping> mappings = present(node);
        boolean ends = !mappings.isEmpty() && mappings.getFirst().outputReference() == 0;
        return ends ? List.of() : mappings;
    }

    /// The mappings of a node that says where they are.
    static List<IdMapping> present(IortNode node) {
        return node.mappings().offset() == 0 ? List.of() : node.mappings().entries();
    }

    /// Whether a single mapping of the node has a meaning for IDs that come through it.
    static boolean isDevice(IortNode node) {
        return node instanceof NamedComponent || node instanceof RootComplex;
    }

    /// Whether the range of a mapping runs past 32 bits, so that no ID is in it ([LinuxRule#WRAPPED_RANGE_IS_EMPTY]).
    static boolean wraps(IdMapping mapping) {
        return mapping.inputBase() + mapping.idCount() > Run.LAST_ID;
    }

    /// Position of the run that holds an ID, or else of the first behind it.
    int position(long id) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).last() < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    // false when nothing is left for the mappings behind this one
    private static boolean offer(IdMapping mapping, IortNode node, Claims claims) {
        if (!mapping.single()) {
            if (!wraps(mapping)) {
                claims.range(mapping);
            }
            return true;
        }
        if (isDevice(node)) {
            claims.everything(mapping);
            return false;
        }
        return true;
    }
}
