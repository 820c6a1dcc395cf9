package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.table.ContextDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// What makes a context descriptor ILLEGAL, seen from the stream table entry that leads to it (IHI 0070, 5.4.2).
final class ContextRules {
    private static final int STALL_NEVER = 1;
    private static final int STALL_FORCED = 2;
    private static final int HTTU_DIRTY = 2;
    private static final int ASID_BYTE = 8;

    private final Identification identification;

    ContextRules(Identification identification) {
        this.identification = identification;
    }

    boolean illegal(StreamTableEntry entry, ContextDescriptor context, StreamWorld world) {
        boolean lower = walks(context, ContextDescriptor.EPD0, world);
        boolean upper = world.twoPrivileges() && walks(context, ContextDescriptor.EPD1, world);
        return !context.valid()
                || badFaults(entry, context)
                || !context.has(ContextDescriptor.AA64)
                || badUpdates(context)
                || badAsid(context, world)
                || (lower || upper) && badEndianness(context)
                || lower && badHalf(context, Halves.LOWER)
                || upper && badHalf(context, Halves.UPPER);
    }

    /// Whether a table is walked. EL2 cannot switch walks off.
    static boolean walks(ContextDescriptor context, Bits disabled, StreamWorld world) {
        return !world.twoPrivileges() || !context.has(disabled);
    }

    private boolean badFaults(StreamTableEntry entry, ContextDescriptor context) {
        boolean stalls = context.has(ContextDescriptor.S);
        return stalls && entry.has(StreamTableEntry.S1STALLD)
                || stalls && identification.stallModel() == STALL_NEVER
                || !stalls && identification.stallModel() == STALL_FORCED
                || identification.termModel() && !context.has(ContextDescriptor.A);
    }

    private boolean badUpdates(ContextDescriptor context) {
        return context.has(ContextDescriptor.HA) && identification.httu() == 0
                || context.has(ContextDescriptor.HD) && identification.httu() < HTTU_DIRTY;
    }

    private boolean badAsid(ContextDescriptor context, StreamWorld world) {
        return world.twoPrivileges()
                && !identification.asid16()
                && context.get(ContextDescriptor.ASID) >>> ASID_BYTE != 0;
    }

    private boolean badEndianness(ContextDescriptor context) {
        return Endianness.unsupported(context.has(ContextDescriptor.ENDI), identification);
    }

    private boolean badHalf(ContextDescriptor context, Halves half) {
        Granule granule = half.granule(context);
        if (granule == null || !identification.granule(granule.pageBits())) {
            return true;
        }
        boolean wide = wide(context, granule, identification);
        return !InputSizes.stage1Allows(context.get(half.txsz()), granule, wide, identification)
                || badBase(context, half, granule, wide);
    }

    private boolean badBase(ContextDescriptor context, Halves half, Granule granule, boolean wide) {
        int size = AddressSizes.effective(context.get(ContextDescriptor.IPS), identification);
        boolean large = wide || granule == Granule.KIB_64;
        return AddressSizes.exceeds(
                half.base(context), large ? size : Math.min(size, AddressSizes.ORDINARY));
    }

    /// CD.DS where it has an effect.
    static boolean wide(ContextDescriptor context, Granule granule, Identification identification) {
        return context.has(ContextDescriptor.DS)
                && identification.ds()
                && granule != Granule.KIB_64;
    }
}
