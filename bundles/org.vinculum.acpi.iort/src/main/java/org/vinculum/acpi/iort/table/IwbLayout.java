package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.Iwb;

/// Where the fields of an interrupt wire bridge are (DEN0049E.f, 3.1.1.9).
final class IwbLayout {
    static final int BASE = 16;
    static final int INDEX = 24;
    static final int NAME = Iwb.NAME_OFFSET;

    private IwbLayout() {}

    static Iwb read(NodeInput in) {
        return new Iwb(in.head(), in.u64(BASE), in.u16(INDEX), in.name(NAME), in.mappings());
    }

    static void write(Iwb node, NodeOutput out) {
        out.head(node, NAME);
        out.u64(BASE, node.base());
        out.u16(INDEX, node.index());
        out.name(NAME, node.name());
    }
}
