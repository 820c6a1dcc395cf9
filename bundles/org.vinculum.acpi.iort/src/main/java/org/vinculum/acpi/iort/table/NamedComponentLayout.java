package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.NamedComponent;

/// Where the fields of a named component are (DEN0049, 3.1.1.4).
final class NamedComponentLayout {
    static final int FLAGS = 16;
    static final int MEMORY = 20;
    static final int ADDRESS_LIMIT = 28;
    static final int NAME = NamedComponent.NAME_OFFSET;

    private NamedComponentLayout() {}

    static NamedComponent read(NodeInput in) {
        return new NamedComponent(
                in.head(),
                in.word(FLAGS),
                in.memoryAccess(MEMORY),
                in.u8(ADDRESS_LIMIT),
                in.name(NAME),
                in.mappings());
    }

    static void write(NamedComponent node, NodeOutput out) {
        out.head(node, NAME);
        out.word(FLAGS, node.flags());
        out.memoryAccess(MEMORY, node.memory());
        out.u8(ADDRESS_LIMIT, node.addressLimit());
        out.name(NAME, node.name());
    }
}
