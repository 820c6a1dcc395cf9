package org.vinculum.hypervisor.host.table;

import static org.vinculum.smmu.spec.table.StreamTableEntry.CONFIG;
import static org.vinculum.smmu.spec.table.StreamTableEntry.EATS;
import static org.vinculum.smmu.spec.table.StreamTableEntry.MEV;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S1CD_MAX;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S1CIR;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S1COR;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S1CSH;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S1DSS;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S1STALLD;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S1_CONTEXT_PTR;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S1_FMT;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2R;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2S;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2VMID;
import static org.vinculum.smmu.spec.table.StreamTableEntry.SHCFG;
import static org.vinculum.smmu.spec.table.StreamTableEntry.STRW;
import static org.vinculum.smmu.spec.table.StreamTableEntry.V;

import org.vinculum.domain.StreamSetting;
import org.vinculum.hypervisor.host.Stage2;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.smmu.spec.encoding.Config;
import org.vinculum.smmu.spec.encoding.Eats;

/// Makes the words of host STEs from what domains ask for, and knows which of their bits the SMMU looks at (IHI 0070, 5.2).
///
/// What a guest may say of its stage 1 is listed here, and nothing else gets through.
public final class EntryWords {
    /// Words that are ever written; those behind are zero.
    static final int COUNT = 4;

    /// Word 0 of an entry whose stream aborts in silence.
    static final long ABORT = V.mask();

    private static final long GUEST_WORD0 = S1_FMT.mask() | S1_CONTEXT_PTR.mask() | S1CD_MAX.mask();
    private static final long GUEST_WORD1 =
            S1DSS.mask() | S1CIR.mask() | S1COR.mask() | S1CSH.mask() | MEV.mask();
    private static final long INCOMING_SHAREABILITY = SHCFG.of(1);

    private final Identity identity;

    public EntryWords(Identity identity) {
        this.identity = identity;
    }

    /// @param words receives the entry
    public void write(StreamSetting setting, Stage2 stage2, StreamRights rights, long[] words) {
        words[0] = words[1] = words[2] = words[3] = 0;
        switch (setting) {
            case StreamSetting.Invalid() -> {}
            case StreamSetting.Abort() -> words[0] = ABORT;
            case StreamSetting.Bypass() -> {
                words[0] = V.mask() | CONFIG.of(Config.STAGE_2.encoding());
                words[1] = shareability();
                stage2(stage2, words);
            }
            case StreamSetting.Stage1(long word0, long word1, boolean ats) -> {
                words[0] = V.mask() | CONFIG.of(Config.NESTED.encoding()) | word0 & GUEST_WORD0;
                words[1] =
                        word1 & GUEST_WORD1 | shareability() | EATS.of(eats(ats, rights.trusted()));
                words[1] |= stallsForbidden(word1, rights);
                stage2(stage2, words);
            }
        }
    }

    /// The guest may forbid them where it may have them.
    private long stallsForbidden(long word1, StreamRights rights) {
        if (!identity.stallsAreChosen()) {
            return 0;
        }
        return rights.stalls() ? S1STALLD.inPlace(word1) : S1STALLD.mask();
    }

    private long shareability() {
        return identity.overridesTypes() ? INCOMING_SHAREABILITY : 0;
    }

    private int eats(boolean asked, boolean trusted) {
        if (!asked || !identity.ats() || identity.stallForced()) {
            return Eats.NONE.encoding();
        }
        if (trusted) {
            return Eats.FULL.encoding();
        }
        return (identity.splitStageAts() ? Eats.SPLIT_STAGE : Eats.NONE).encoding();
    }

    /// Faults of stage 2 are always recorded, and wait only where the SMMU knows nothing else.
    private void stage2(Stage2 stage2, long[] words) {
        long word = S2VMID.in(stage2.word2(), stage2.vmid());
        words[2] = S2S.in(S2R.in(word, 1), identity.stallForced() ? 1 : 0);
        words[3] = stage2.word3();
    }

    /// Ones where the SMMU looks at an entry that has these words.
    static void used(long[] words, long[] used) {
        used[0] = V.mask();
        used[1] = used[2] = used[3] = 0;
        if (!V.isSet(words[0])) {
            return;
        }
        used[0] |= CONFIG.mask();
        Config config = Config.of((int) CONFIG.get(words[0]));
        if (config == Config.ABORT) {
            return;
        }
        used[1] = EATS.mask() | MEV.mask() | SHCFG.mask() | STRW.mask();
        used[2] = -1;
        used[3] = -1;
        if (config.stage1()) {
            used[0] |= GUEST_WORD0;
            used[1] |= GUEST_WORD1 | S1STALLD.mask();
        }
    }
}
