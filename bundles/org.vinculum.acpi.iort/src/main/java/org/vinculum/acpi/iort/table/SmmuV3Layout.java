package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.SmmuV3;

/// Where the fields of an SMMUv3 are, and since when (DEN0049, 3.1.1.2).
final class SmmuV3Layout {
    static final int BASE = 16;
    static final int FLAGS = 24;
    static final int VATOS = 32;
    static final int MODEL = 40;
    static final int EVENT_GSIV = 44;
    static final int PRI_GSIV = 48;
    static final int GERR_GSIV = 52;
    static final int SYNC_GSIV = 56;
    static final int PROXIMITY_DOMAIN = 60;
    static final int DEVICE_ID_INDEX = 64;

    /// The proximity domain and the index of the DeviceID mapping came together.
    private static final int TAIL_SINCE = 1;

    private SmmuV3Layout() {}

    static int end(int revision) {
        return revision >= TAIL_SINCE ? 68 : 60;
    }

    static SmmuV3 read(NodeInput in) {
        boolean tail = in.head().revision() >= TAIL_SINCE;
        return new SmmuV3(
                in.head(),
                in.u64(BASE),
                in.word(FLAGS),
                in.u64(VATOS),
                in.u32(MODEL),
                in.u32(EVENT_GSIV),
                in.u32(PRI_GSIV),
                in.u32(GERR_GSIV),
                in.u32(SYNC_GSIV),
                tail ? in.u32(PROXIMITY_DOMAIN) : 0,
                tail ? in.u32(DEVICE_ID_INDEX) : 0,
                in.mappings());
    }

    static void write(SmmuV3 node, NodeOutput out) {
        int revision = node.head().revision();
        out.head(node, end(revision));
        out.u64(BASE, node.base());
        out.word(FLAGS, node.flags());
        out.u64(VATOS, node.vatos());
        out.u32(MODEL, node.model());
        out.u32(EVENT_GSIV, node.eventGsiv());
        out.u32(PRI_GSIV, node.priGsiv());
        out.u32(GERR_GSIV, node.gerrGsiv());
        out.u32(SYNC_GSIV, node.syncGsiv());
        if (revision >= TAIL_SINCE) {
            out.u32(PROXIMITY_DOMAIN, node.proximityDomain());
            out.u32(DEVICE_ID_INDEX, node.deviceIdIndex());
        } else {
            out.absent("proximity domain", node.proximityDomain());
            out.absent("DeviceID mapping index", node.deviceIdIndex());
        }
    }
}
