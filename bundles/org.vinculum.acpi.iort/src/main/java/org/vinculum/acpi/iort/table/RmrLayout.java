package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.Rmr;

/// Where the fields of a reserved memory range are (DEN0049, 3.1.1.8).
final class RmrLayout {
    static final int FLAGS = 16;
    static final int COUNT = 20;
    static final int OFFSET = 24;
    static final int END = 28;

    private RmrLayout() {}

    static Rmr read(NodeInput in) {
        return new Rmr(
                in.head(),
                in.word(FLAGS),
                in.array(in.u32(OFFSET), in.u32(COUNT), EntryLayout.RANGE),
                in.mappings());
    }

    static void write(Rmr node, NodeOutput out) {
        out.head(node, END);
        out.word(FLAGS, node.flags());
        out.u32(COUNT, node.ranges().count());
        out.u32(OFFSET, node.ranges().offset());
        out.entries(node.ranges(), EntryLayout.RANGE);
    }
}
