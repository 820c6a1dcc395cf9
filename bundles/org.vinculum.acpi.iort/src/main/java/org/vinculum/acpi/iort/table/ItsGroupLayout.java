package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.ItsGroup;

/// Where the fields of an ITS group are (DEN0049, 3.1.1.1). Its array has no offset of its own: it follows the count.
final class ItsGroupLayout {
    static final int COUNT = 16;
    static final int END = 20;

    private ItsGroupLayout() {}

    static ItsGroup read(NodeInput in) {
        return new ItsGroup(
                in.head(), in.array(END, in.u32(COUNT), EntryLayout.IDENTIFIER), in.mappings());
    }

    static void write(ItsGroup node, NodeOutput out) {
        if (node.identifiers().offset() != END && !node.identifiers().entries().isEmpty()) {
            throw new IllegalArgumentException(
                    "identifiers at " + node.identifiers().offset() + " instead of " + END);
        }
        out.head(node, END);
        out.u32(COUNT, node.identifiers().count());
        out.entries(node.identifiers(), EntryLayout.IDENTIFIER);
    }
}
