package org.vinculum.acpi.model;

import java.util.List;
import java.util.Optional;

/// One IO remapping table (DEN0049, 3), with the place of everything in it.
///
/// @param length of the table as its header says, in bytes, 32 bits unsigned
/// @param nodeCount as the table says, 32 bits unsigned; more than `nodes` when the table ends before
/// @param nodeOffset where the first node starts, from the start of the table, in bytes, 32 bits unsigned
/// @param nodes in the table's order; no two have one offset
/// @param slack the bytes that are neither zero nor said by anything else, in order of their offsets
/// @param trailing bytes of the file behind the table
public record Iort(
        TableHeader header,
        long length,
        long nodeCount,
        long nodeOffset,
        List<IortNode> nodes,
        List<Slack> slack,
        Slack trailing) {
    public Iort {
        nodes = List.copyOf(nodes);
        slack = List.copyOf(slack);
    }

    /// The node that starts at an offset; empty for one between nodes or inside one.
    ///
    /// @param offset from the start of the table, in bytes
    public Optional<IortNode> node(long offset) {
        int low = 0;
        int high = nodes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = nodes.get(middle).offset();
            if (found == offset) {
                return Optional.of(nodes.get(middle));
            }
            if (found < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
