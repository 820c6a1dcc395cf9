package org.vinculum.acpi.iort.table;

import java.util.List;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.TableArray;

/// Gives out the bytes of a node behind its fields, 4-byte aligned.
final class NodeSpace {
    private static final int ALIGNMENT = 4;

    private long end;

    /// @param end of the fields, from the start of the node
    NodeSpace(long end) {
        this.end = aligned(end);
    }

    /// Room for an array. One without entries has offset 0, as in the tables of QEMU, edk2 and iasl's template: there is
    /// nothing to point to, and readers that follow an offset without looking at the count end at the node itself.
    <T> TableArray<T> place(List<T> entries, EntryLayout<T> layout) {
        long start = end;
        end = aligned(start + (long) entries.size() * layout.length());
        return new TableArray<>(entries.isEmpty() ? 0 : start, entries.size(), entries);
    }

    /// The header of the node, once everything is placed.
    ///
    /// @param offset of the node in the table
    /// @throws IllegalArgumentException when the node would be longer than its length field can say
    NodeHead head(NodeHead old, long offset) {
        if (end > 0xffff) {
            throw new IllegalArgumentException(
                    end + " bytes are more than the 65535 that a node can have");
        }
        return new NodeHead(offset, (int) end, old.revision(), old.identifier());
    }

    static long aligned(long offset) {
        return offset + ALIGNMENT - 1 & -ALIGNMENT;
    }
}
