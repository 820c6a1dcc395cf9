package org.vinculum.acpi.iort.table;

import java.util.List;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.TableArray;

/// One node while it is written. Offsets are from its start.
final class NodeOutput {
    private final TableOutput out;
    private final NodeHead head;

    NodeOutput(TableOutput out, NodeHead head) {
        this.out = out;
        this.head = head;
    }

    /// The header of a node whose layout ends its body at `bodyEnd`.
    ///
    /// @throws IllegalArgumentException when the node is shorter than that
    void head(IortNode node, int bodyEnd) {
        if (head.length() < bodyEnd) {
            throw new IllegalArgumentException(
                    "a length of " + head.length() + " where the body alone ends at " + bodyEnd);
        }
        u8(0, node.type());
        u16(NodeInput.LENGTH, head.length());
        u8(NodeInput.REVISION, head.revision());
        u32(NodeInput.IDENTIFIER, head.identifier());
        u32(NodeInput.MAPPING_COUNT, node.mappings().count());
        u32(NodeInput.MAPPING_OFFSET, node.mappings().offset());
    }

    void u8(int at, long value) {
        out.u8(head.offset() + at, value);
    }

    void u16(int at, long value) {
        out.u16(head.offset() + at, value);
    }

    void u32(int at, long value) {
        out.u32(head.offset() + at, value);
    }

    void word(int at, int value) {
        out.word(head.offset() + at, value);
    }

    void u64(int at, long value) {
        out.u64(head.offset() + at, value);
    }

    void copy(int at, byte[] source) {
        out.copy(head.offset() + at, source);
    }

    /// A string and, where the node has room, the zero byte that ends it.
    ///
    /// @throws IllegalArgumentException when the string is longer than the node or holds a zero byte
    void name(int at, String name) {
        int end = at + name.length();
        if (name.indexOf(0) >= 0) {
            throw new IllegalArgumentException("a zero byte inside the name");
        }
        if (end > head.length()) {
            throw new IllegalArgumentException(
                    "a name of "
                            + name.length()
                            + " characters does not fit into a node of "
                            + head.length()
                            + " bytes");
        }
        out.text(head.offset() + at, name);
        if (end < head.length()) {
            u8(end, 0);
        }
    }

    void memoryAccess(int at, MemoryAccess memory) {
        u32(at, memory.cacheCoherency());
        u8(at + 4, memory.allocationHints());
        u16(at + 5, memory.reserved());
        u8(at + 7, memory.flags());
    }

    <T> void entries(TableArray<T> array, EntryLayout<T> layout) {
        List<T> entries = array.entries();
        long at = head.offset() + array.offset();
        for (int i = 0; i < entries.size(); i++) {
            layout.write(entries.get(i), out, at + (long) i * layout.length());
        }
    }

    /// A field that came with a later revision than the node's own has no place.
    ///
    /// @throws IllegalArgumentException when it has a value nevertheless
    void absent(String field, long value) {
        if (value != 0) {
            throw new IllegalArgumentException(
                    "revision " + head.revision() + " has no " + field + ", but it is " + value);
        }
    }
}
