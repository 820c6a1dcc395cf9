package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// What makes stage 2's fields of a stream table entry ILLEGAL, and what they say otherwise (IHI 0070, 5.2).
final class Stage2Rules {
    private static final int STALL_NEVER = 1;
    private static final int STALL_FORCED = 2;
    private static final int HTTU_DIRTY = 2;

    private Stage2Rules() {}

    static boolean illegal(StreamTableEntry entry, Identification identification) {
        return badStall(entry, identification)
                || !entry.has(StreamTableEntry.S2AA64)
                || badUpdates(entry, identification)
                || Endianness.unsupported(entry.has(StreamTableEntry.S2ENDI), identification)
                || badTable(entry, identification);
    }

    private static boolean badStall(StreamTableEntry entry, Identification identification) {
        boolean stalls = entry.has(StreamTableEntry.S2S);
        return stalls && identification.stallModel() == STALL_NEVER
                || !stalls && identification.stallModel() == STALL_FORCED;
    }

    private static boolean badUpdates(StreamTableEntry entry, Identification identification) {
        return entry.has(StreamTableEntry.S2HA) && identification.httu() == 0
                || entry.has(StreamTableEntry.S2HD) && identification.httu() < HTTU_DIRTY;
    }

    private static boolean badTable(StreamTableEntry entry, Identification identification) {
        Granule granule = Granule.lower(entry.get(StreamTableEntry.S2TG));
        if (granule == null || !identification.granule(granule.pageBits())) {
            return true;
        }
        boolean wide = wide(entry, granule, identification);
        int txsz = entry.get(StreamTableEntry.S2T0SZ);
        int level = Stage2Start.level(entry, granule, wide, identification);
        return !InputSizes.stage2Allows(txsz, granule, wide, identification)
                || level == Stage2Start.RESERVED
                || !Stage2Start.fits(Long.SIZE - txsz, granule, level)
                || badBase(entry, granule, wide, identification);
    }

    private static boolean badBase(
            StreamTableEntry entry, Granule granule, boolean wide, Identification identification) {
        int size = AddressSizes.effective(entry.get(StreamTableEntry.S2PS), identification);
        boolean large = wide || granule == Granule.KIB_64;
        return AddressSizes.exceeds(
                entry.s2ttb(), large ? size : Math.min(size, AddressSizes.ORDINARY));
    }

    /// S2DS where it has an effect.
    private static boolean wide(
            StreamTableEntry entry, Granule granule, Identification identification) {
        return entry.has(StreamTableEntry.S2DS) && identification.ds() && granule != Granule.KIB_64;
    }

    /// Stage 2 of an entry that is not ILLEGAL.
    static Stage2 decode(StreamTableEntry entry, Identification identification) {
        Granule granule = Granule.lower(entry.get(StreamTableEntry.S2TG));
        boolean wide = wide(entry, granule, identification);
        boolean access = entry.has(StreamTableEntry.S2HA);
        TranslationTable table =
                TranslationTable.of(
                        entry.s2ttb(),
                        granule,
                        Long.SIZE - entry.get(StreamTableEntry.S2T0SZ),
                        Stage2Start.level(entry, granule, wide, identification),
                        wide,
                        AddressSizes.effective(entry.get(StreamTableEntry.S2PS), identification),
                        identification.outputBits(),
                        entry.has(StreamTableEntry.S2ENDI));
        return new Stage2(
                entry.get(StreamTableEntry.S2VMID),
                table,
                entry.get(StreamTableEntry.S2SH0),
                !access && !entry.has(StreamTableEntry.S2AFFD),
                access,
                access && entry.has(StreamTableEntry.S2HD),
                entry.has(StreamTableEntry.S2PTW),
                entry.has(StreamTableEntry.S2FWB) && identification.fwb(),
                identification.xnx(),
                new FaultPolicy(
                        entry.has(StreamTableEntry.S2S), entry.has(StreamTableEntry.S2R), true));
    }
}
