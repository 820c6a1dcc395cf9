package org.vinculum.acpi.iort.table;

import static org.vinculum.acpi.iort.table.TableInput.hex;

import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.TableArray;

/// One node while it is read. Offsets are from its start; the caller knows that they lie inside it.
final class NodeInput {
    static final int LENGTH = 1;
    static final int REVISION = 3;
    static final int IDENTIFIER = 4;
    static final int MAPPING_COUNT = 8;
    static final int MAPPING_OFFSET = 12;

    private final TableInput in;
    private final ArrayInput arrays;
    private final int start;
    private final NodeHead head;

    private NodeInput(TableInput in, ArrayInput arrays, int start, NodeHead head) {
        this.in = in;
        this.arrays = arrays;
        this.start = start;
        this.head = head;
    }

    /// @throws org.vinculum.firmware.UnreadableInputException when the node is shorter than its header or leaves the table
    static NodeInput at(int start, TableInput in, int tableLength, ArrayInput arrays) {
        int left = tableLength - start;
        if (left < NodeHead.LENGTH) {
            throw in.fault(
                    start,
                    "a node's header of " + NodeHead.LENGTH + " bytes",
                    "the end of the table after " + left);
        }
        int length = in.u16(start + LENGTH);
        if (length < NodeHead.LENGTH || length > left) {
            throw in.fault(
                    start + LENGTH,
                    "a node of "
                            + NodeHead.LENGTH
                            + " bytes to the "
                            + left
                            + " that the table has left",
                    "a length of " + length);
        }
        var head = new NodeHead(start, length, in.u8(start + REVISION), in.u32(start + IDENTIFIER));
        return new NodeInput(in, arrays, start, head);
    }

    NodeHead head() {
        return head;
    }

    int type() {
        return u8(0);
    }

    int u8(int at) {
        return in.u8(start + at);
    }

    int u16(int at) {
        return in.u16(start + at);
    }

    long u32(int at) {
        return in.u32(start + at);
    }

    int word(int at) {
        return in.word(start + at);
    }

    long u64(int at) {
        return in.u64(start + at);
    }

    /// A string that ends with a zero byte or with the node.
    String name(int at) {
        return in.terminated(start + at, start + head.length());
    }

    /// Everything from `at` to the node's end.
    byte[] rest(int at) {
        return in.copy(start + at, start + head.length());
    }

    MemoryAccess memoryAccess(int at) {
        return new MemoryAccess(u32(at), u8(at + 4), u16(at + 5), u8(at + 7));
    }

    <T> TableArray<T> array(long offset, long count, EntryLayout<T> layout) {
        return arrays.read(start, offset, count, layout);
    }

    TableArray<IdMapping> mappings() {
        return array(u32(MAPPING_OFFSET), u32(MAPPING_COUNT), EntryLayout.MAPPING);
    }

    @Override
    public String toString() {
        return "node at " + hex(start);
    }
}
