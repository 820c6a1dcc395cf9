package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// What makes a stream table entry ILLEGAL (IHI 0070, 5.2), stage 2's own fields apart: those are [Stage2Rules].
final class StreamEntryRules {
    private static final int EATS_FULL = 1;
    private static final int EATS_SPLIT = 2;
    private static final int LINEAR = 0;
    private static final int BEHAVES_AS_LINEAR = 3;
    private static final int ASID_OR_VMID_BYTE = 8;

    private final Identification identification;

    StreamEntryRules(Identification identification) {
        this.identification = identification;
    }

    boolean illegal(StreamTableEntry entry) {
        StreamConfig config = StreamConfig.of(entry);
        if (!entry.valid()) {
            return true;
        }
        if (!config.passes()) {
            return false;
        }
        return missingStage(config)
                || badAts(entry, config)
                || badWorld(entry, config)
                || config.stage1() && badStage1(entry, config)
                || config.stage2() && Stage2Rules.illegal(entry, identification)
                || badVmid(entry, config);
    }

    private boolean missingStage(StreamConfig config) {
        return config.stage1() && !identification.s1p() || config.stage2() && !identification.s2p();
    }

    private boolean badAts(StreamTableEntry entry, StreamConfig config) {
        if (!identification.ats() || !config.translates()) {
            return false;
        }
        int eats = entry.get(StreamTableEntry.EATS);
        boolean stalls = entry.has(StreamTableEntry.S2S);
        if (eats == EATS_SPLIT) {
            return !config.nested() || stalls || identification.ns1ats();
        }
        return eats == EATS_FULL && stalls && config.stage2();
    }

    private boolean badWorld(StreamTableEntry entry, StreamConfig config) {
        return worldIsChosen(config) && (entry.get(StreamTableEntry.STRW) & 1) != 0;
    }

    /// Whether STRW has a meaning.
    private boolean worldIsChosen(StreamConfig config) {
        return identification.s1p() && identification.hyp() && !config.stage2() && config.stage1();
    }

    private boolean badStage1(StreamTableEntry entry, StreamConfig config) {
        return entry.has(StreamTableEntry.S1STALLD) && identification.stallModel() != 0
                || badSubstreams(entry)
                || !config.stage2()
                        && identification.minor() > 0
                        && AddressSizes.exceeds(entry.s1ContextPtr(), identification.outputBits());
    }

    private boolean badSubstreams(StreamTableEntry entry) {
        if (identification.ssidSize() == 0) {
            return false;
        }
        int max = entry.get(StreamTableEntry.S1CD_MAX);
        int format = entry.get(StreamTableEntry.S1_FMT);
        boolean twoLevels = format != LINEAR && format != BEHAVES_AS_LINEAR;
        return max > identification.ssidSize() || max != 0 && twoLevels && !identification.cd2l();
    }

    private boolean badVmid(StreamTableEntry entry, StreamConfig config) {
        if (!config.translates() || !identification.s2p() || identification.vmid16()) {
            return false;
        }
        boolean otherWorld = worldIsChosen(config) && entry.get(StreamTableEntry.STRW) != 0;
        return !otherWorld && entry.get(StreamTableEntry.S2VMID) >>> ASID_OR_VMID_BYTE != 0;
    }

    /// The world of a stream whose entry is not ILLEGAL.
    StreamWorld world(StreamTableEntry entry, boolean e2h) {
        StreamConfig config = StreamConfig.of(entry);
        if (!worldIsChosen(config) || entry.get(StreamTableEntry.STRW) == 0) {
            return StreamWorld.EL1;
        }
        return e2h ? StreamWorld.EL2_E2H : StreamWorld.EL2;
    }
}
