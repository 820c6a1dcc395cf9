package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.RootComplex;

/// Where the fields of a root complex are, and since when (DEN0049, 3.1.1.5).
final class RootComplexLayout {
    static final int MEMORY = 16;
    static final int ATS = 24;
    static final int SEGMENT = 28;
    static final int ADDRESS_LIMIT = 32;
    static final int PASID_CAPABILITIES = 33;
    static final int FLAGS = 36;

    private static final int ADDRESS_LIMIT_SINCE = 1;
    private static final int PASID_CAPABILITIES_SINCE = 2;
    private static final int FLAGS_SINCE = 4;

    private RootComplexLayout() {}

    static int end(int revision) {
        if (revision >= FLAGS_SINCE) {
            return 40;
        }
        return revision >= ADDRESS_LIMIT_SINCE ? 36 : 32;
    }

    static RootComplex read(NodeInput in) {
        int revision = in.head().revision();
        return new RootComplex(
                in.head(),
                in.memoryAccess(MEMORY),
                in.word(ATS),
                in.u32(SEGMENT),
                revision >= ADDRESS_LIMIT_SINCE ? in.u8(ADDRESS_LIMIT) : 0,
                revision >= PASID_CAPABILITIES_SINCE ? in.u16(PASID_CAPABILITIES) : 0,
                revision >= FLAGS_SINCE ? in.word(FLAGS) : 0,
                in.mappings());
    }

    static void write(RootComplex node, NodeOutput out) {
        int revision = node.head().revision();
        out.head(node, end(revision));
        out.memoryAccess(MEMORY, node.memory());
        out.word(ATS, node.ats());
        out.u32(SEGMENT, node.segment());
        if (revision >= ADDRESS_LIMIT_SINCE) {
            out.u8(ADDRESS_LIMIT, node.addressLimit());
        } else {
            out.absent("address limit", node.addressLimit());
        }
        if (revision >= PASID_CAPABILITIES_SINCE) {
            out.u16(PASID_CAPABILITIES, node.pasidCapabilities());
        } else {
            out.absent("PASID capabilities", node.pasidCapabilities());
        }
        if (revision >= FLAGS_SINCE) {
            out.word(FLAGS, node.flags());
        } else {
            out.absent("flags", node.flags());
        }
    }
}
