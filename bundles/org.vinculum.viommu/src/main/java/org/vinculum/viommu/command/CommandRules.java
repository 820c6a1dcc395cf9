package org.vinculum.viommu.command;

import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.CfgiCdAll;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.PrefetchAddr;
import org.vinculum.smmu.spec.command.PrefetchConfig;
import org.vinculum.smmu.spec.command.PriResp;
import org.vinculum.smmu.spec.command.Resume;
import org.vinculum.smmu.spec.command.StallTerm;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.command.TlbiNhAll;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.command.TlbiNhVaa;
import org.vinculum.smmu.spec.command.TlbiNsnhAll;
import org.vinculum.smmu.spec.encoding.CompletionSignal;
import org.vinculum.smmu.spec.encoding.PageResponse;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.viommu.identification.Identification;

/// What is CERROR_ILL for the guest, by what it has been shown (IHI 0070, 4.1.3 and each command). That there is neither stage
/// 2, EL2, MPAM, DPT nor a vendor's command is part of what every guest is shown.
///
/// What is legal here, no host minds.
final class CommandRules {
    private static final int TERMINATE_ONLY = 1;
    private static final int EVERYTHING = 52;

    private final boolean[] legal = new boolean[256];
    private final Ranges ranges;

    CommandRules(Identification shown) {
        Idr0 idr0 = shown.idr0();
        ranges = new Ranges(shown);
        allow(
                true,
                PrefetchConfig.NUMBER,
                PrefetchAddr.NUMBER,
                CfgiSte.NUMBER,
                CfgiSteRange.NUMBER);
        allow(true, TlbiNsnhAll.NUMBER, Sync.NUMBER);
        allow(idr0.has(Idr0.S1P), CfgiCd.NUMBER, CfgiCdAll.NUMBER, TlbiNhAll.NUMBER);
        allow(idr0.has(Idr0.S1P), TlbiNhAsid.NUMBER, TlbiNhVa.NUMBER, TlbiNhVaa.NUMBER);
        allow(idr0.has(Idr0.ATS), AtcInv.NUMBER);
        allow(idr0.has(Idr0.PRI), PriResp.NUMBER);
        allow(idr0.get(Idr0.STALL_MODEL) != TERMINATE_ONLY, Resume.NUMBER, StallTerm.NUMBER);
    }

    private void allow(boolean shown, int... opcodes) {
        for (int opcode : opcodes) {
            legal[opcode] = shown;
        }
    }

    /// What of an invalidation's scope counts.
    Ranges ranges() {
        return ranges;
    }

    boolean legal(long word0, long word1) {
        int opcode = (int) Command.OPCODE.get(word0);
        if (!legal[opcode] || Command.SSEC.isSet(word0)) {
            return false;
        }
        return switch (opcode) {
            case TlbiNhVa.NUMBER, TlbiNhVaa.NUMBER -> ranges.legal(word0, word1);
            case AtcInv.NUMBER -> AtcInv.SIZE.get(word1) <= EVERYTHING;
            case PriResp.NUMBER -> PriResp.RESP.get(word1) != PageResponse.RESERVED.ordinal();
            case Sync.NUMBER -> Sync.CS.get(word0) != CompletionSignal.RESERVED.encoding();
            default -> true;
        };
    }
}
