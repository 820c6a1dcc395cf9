package org.vinculum.viommu.stream;

import org.vinculum.domain.StreamSetting;
import org.vinculum.smmu.spec.encoding.Config;
import org.vinculum.smmu.spec.encoding.Eats;
import org.vinculum.smmu.spec.encoding.S1Fmt;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.table.StreamTableEntry;
import org.vinculum.viommu.identification.Shown;

/// Decides about a guest's STE by what the guest has been shown (IHI 0070, 5.2). Fields it may not set are dropped, and those
/// that have no effect are made zero, so that equal settings are equal.
final class EntryRules {
    private static final long STAGE_1_WORD_0 =
            StreamTableEntry.S1_FMT.mask()
                    | StreamTableEntry.S1_CONTEXT_PTR.mask()
                    | StreamTableEntry.S1CD_MAX.mask();
    private static final long STAGE_1_WORD_1 =
            StreamTableEntry.S1DSS.mask()
                    | StreamTableEntry.S1CIR.mask()
                    | StreamTableEntry.S1COR.mask()
                    | StreamTableEntry.S1CSH.mask()
                    | StreamTableEntry.S1STALLD.mask()
                    | StreamTableEntry.MEV.mask();

    /// The STALL_MODEL that lets an STE forbid stalls.
    private static final int MAY_BE_FORBIDDEN = 0;

    /// The STALL_MODEL without stalls. A host behind may have them all the same, and a CD could ask for them.
    private static final int TERMINATE_ONLY = 1;

    private static final StreamDecision BAD = new StreamDecision.BadEntry();

    private final Shown shown;

    EntryRules(Shown shown) {
        this.shown = shown;
    }

    StreamDecision decide(long word0, long word1) {
        if (!StreamTableEntry.V.isSet(word0)) {
            return BAD;
        }
        return switch (Config.of((int) StreamTableEntry.CONFIG.get(word0))) {
            case ABORT -> StreamDecision.Valid.of(new StreamSetting.Abort());
            case BYPASS -> StreamDecision.Valid.of(new StreamSetting.Bypass());
            case STAGE_1 -> illegal(word0, word1) ? BAD : stage1(word0, word1);
            case STAGE_2, NESTED -> BAD;
        };
    }

    private boolean illegal(long word0, long word1) {
        return !shown.idr0().has(Idr0.S1P)
                || StreamTableEntry.S1STALLD.isSet(word1) && shown.stallModel() != MAY_BE_FORBIDDEN
                || StreamTableEntry.S1_CONTEXT_PTR.inPlace(word0) >>> shown.outputBits() != 0
                || shown.ats() && eats(word1) == Eats.SPLIT_STAGE
                || shown.ssidSize() != 0 && badSubstreams(word0);
    }

    private static Eats eats(long word1) {
        return Eats.of((int) StreamTableEntry.EATS.get(word1));
    }

    private boolean badSubstreams(long word0) {
        int max = (int) StreamTableEntry.S1CD_MAX.get(word0);
        return max > shown.ssidSize() || max != 0 && !shown.cd2l() && twoLevels(word0);
    }

    /// The reserved format behaves as the linear one.
    private static boolean twoLevels(long word0) {
        return S1Fmt.of((int) StreamTableEntry.S1_FMT.get(word0)) != S1Fmt.LINEAR;
    }

    private StreamDecision stage1(long word0, long word1) {
        long kept0 = word0 & STAGE_1_WORD_0;
        long kept1 = word1 & STAGE_1_WORD_1;
        if (shown.ssidSize() == 0 || !StreamTableEntry.S1CD_MAX.isSet(word0)) {
            kept0 = StreamTableEntry.S1_CONTEXT_PTR.inPlace(word0);
            kept1 &= ~StreamTableEntry.S1DSS.mask();
        } else if (!twoLevels(word0)) {
            kept0 &= ~StreamTableEntry.S1_FMT.mask();
        }
        if (shown.stallModel() == TERMINATE_ONLY) {
            kept1 |= StreamTableEntry.S1STALLD.mask();
        }
        boolean asks = shown.ats() && eats(word1) == Eats.FULL;
        return new StreamDecision.Valid(
                new StreamSetting.Stage1(kept0, kept1, asks), StreamTableEntry.PPAR.isSet(word1));
    }
}
