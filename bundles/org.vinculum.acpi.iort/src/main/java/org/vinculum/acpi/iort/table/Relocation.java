package org.vinculum.acpi.iort.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.IortNode;

/// Where each node went, and so what the references to it become.
final class Relocation {
    private final Map<Long, Long> places = new HashMap<>();

    /// @throws IllegalArgumentException when another node had the same offset
    void put(IortNode node, long place) {
        if (places.put(node.offset(), place) != null) {
            throw new IllegalArgumentException(
                    NodeTitle.of(node) + ": another node has the same offset");
        }
    }

    /// The new offset of the node at `reference`; a reference that names no node stays.
    long of(long reference) {
        return places.getOrDefault(reference, reference);
    }

    List<IdMapping> of(List<IdMapping> mappings) {
        List<IdMapping> moved = new ArrayList<>(mappings.size());
        for (IdMapping mapping : mappings) {
            moved.add(
                    new IdMapping(
                            mapping.inputBase(),
                            mapping.idCount(),
                            mapping.outputBase(),
                            of(mapping.outputReference()),
                            mapping.flags()));
        }
        return moved;
    }
}
