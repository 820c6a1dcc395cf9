package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.Pmcg;

/// Where the fields of a performance monitor counter group are, and since when (DEN0049, 3.1.1.7).
final class PmcgLayout {
    static final int PAGE_0 = 16;
    static final int OVERFLOW_GSIV = 24;
    static final int NODE_REFERENCE = 28;
    static final int PAGE_1 = 32;

    private static final int PAGE_1_SINCE = 1;

    private PmcgLayout() {}

    static int end(int revision) {
        return revision >= PAGE_1_SINCE ? 40 : 32;
    }

    static Pmcg read(NodeInput in) {
        return new Pmcg(
                in.head(),
                in.u64(PAGE_0),
                in.u32(OVERFLOW_GSIV),
                in.u32(NODE_REFERENCE),
                in.head().revision() >= PAGE_1_SINCE ? in.u64(PAGE_1) : 0,
                in.mappings());
    }

    static void write(Pmcg node, NodeOutput out) {
        int revision = node.head().revision();
        out.head(node, end(revision));
        out.u64(PAGE_0, node.page0());
        out.u32(OVERFLOW_GSIV, node.overflowGsiv());
        out.u32(NODE_REFERENCE, node.nodeReference());
        if (revision >= PAGE_1_SINCE) {
            out.u64(PAGE_1, node.page1());
        } else {
            out.absent("register page 1", node.page1());
        }
    }
}
