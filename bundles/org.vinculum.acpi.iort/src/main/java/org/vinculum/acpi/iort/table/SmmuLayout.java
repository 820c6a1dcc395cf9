package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.TableArray;

/// Where the fields of an SMMUv1 or SMMUv2 are (DEN0049, 3.1.1.6).
final class SmmuLayout {
    static final int BASE = 16;
    static final int SPAN = 24;
    static final int MODEL = 32;
    static final int FLAGS = 36;
    static final int GLOBAL_OFFSET = 40;
    static final int CONTEXT_COUNT = 44;
    static final int CONTEXT_OFFSET = 48;
    static final int PMU_COUNT = 52;
    static final int PMU_OFFSET = 56;
    static final int END = 60;

    /// NSgIrpt and NSgCfgIrpt; the node does not store how many they are.
    private static final int GLOBAL_COUNT = 2;

    private SmmuLayout() {}

    static Smmu read(NodeInput in) {
        return new Smmu(
                in.head(),
                in.u64(BASE),
                in.u64(SPAN),
                in.u32(MODEL),
                in.word(FLAGS),
                global(in),
                interrupts(in, CONTEXT_OFFSET, CONTEXT_COUNT),
                interrupts(in, PMU_OFFSET, PMU_COUNT),
                in.mappings());
    }

    private static TableArray<Smmu.Interrupt> global(NodeInput in) {
        long offset = in.u32(GLOBAL_OFFSET);
        return in.array(offset, offset == 0 ? 0 : GLOBAL_COUNT, EntryLayout.INTERRUPT);
    }

    private static TableArray<Smmu.Interrupt> interrupts(NodeInput in, int offset, int count) {
        return in.array(in.u32(offset), in.u32(count), EntryLayout.INTERRUPT);
    }

    static void write(Smmu node, NodeOutput out) {
        int global = node.global().entries().size();
        if (global != 0 && global != GLOBAL_COUNT) {
            throw new IllegalArgumentException(
                    "global interrupts are " + GLOBAL_COUNT + ", not " + global);
        }
        out.head(node, END);
        out.u64(BASE, node.base());
        out.u64(SPAN, node.span());
        out.u32(MODEL, node.model());
        out.word(FLAGS, node.flags());
        out.u32(GLOBAL_OFFSET, node.global().offset());
        out.u32(CONTEXT_COUNT, node.context().count());
        out.u32(CONTEXT_OFFSET, node.context().offset());
        out.u32(PMU_COUNT, node.pmu().count());
        out.u32(PMU_OFFSET, node.pmu().offset());
        out.entries(node.global(), EntryLayout.INTERRUPT);
        out.entries(node.context(), EntryLayout.INTERRUPT);
        out.entries(node.pmu(), EntryLayout.INTERRUPT);
    }
}
