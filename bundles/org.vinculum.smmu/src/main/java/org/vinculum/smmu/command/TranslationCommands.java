package org.vinculum.smmu.command;

import java.util.function.BooleanSupplier;
import org.vinculum.smmu.cache.Invalidation;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.TlbiEl2All;
import org.vinculum.smmu.spec.command.TlbiEl2Asid;
import org.vinculum.smmu.spec.command.TlbiEl2Va;
import org.vinculum.smmu.spec.command.TlbiEl2Vaa;
import org.vinculum.smmu.spec.command.TlbiNhAll;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.command.TlbiNhVaa;
import org.vinculum.smmu.spec.command.TlbiS12Vmall;
import org.vinculum.smmu.spec.command.TlbiS2Ipa;
import org.vinculum.smmu.spec.command.TlbiScope;

/// Makes the model forget translations (IHI 0070, 4.4). These commands come in floods, so they are taken as the words they are
/// and nothing is allocated for them.
public final class TranslationCommands {
    /// Stands for EL2 in place of a VMID.
    private static final int EL2 = -1;

    private static final int ANY_ASID = -1;

    private final Identification identification;
    private final Invalidation caches;
    private final BooleanSupplier e2h;
    private final RangeDecoder ranges;

    /// @param e2h CR2.E2H
    public TranslationCommands(
            Identification identification, Invalidation caches, BooleanSupplier e2h) {
        this.identification = identification;
        this.caches = caches;
        this.e2h = e2h;
        this.ranges = new RangeDecoder(identification);
    }

    /// @param word0 of a CMD_TLBI_*
    Verdict execute(long word0, long word1, Outstanding outstanding) {
        if (!legal(word0, word1)) {
            return Verdict.ILLEGAL;
        }
        invalidate(word0, word1);
        outstanding.invalidated();
        return Verdict.DONE;
    }

    /// Completes those that came in a row.
    void complete() {
        caches.complete();
    }

    private boolean legal(long word0, long word1) {
        return switch (opcode(word0)) {
            case TlbiNhAll.NUMBER, TlbiNhAsid.NUMBER -> identification.s1p();
            case TlbiNhVa.NUMBER, TlbiNhVaa.NUMBER ->
                    identification.s1p() && ranges.legal(word0, word1);
            case TlbiEl2All.NUMBER, TlbiEl2Asid.NUMBER -> identification.hyp();
            case TlbiEl2Va.NUMBER, TlbiEl2Vaa.NUMBER ->
                    identification.hyp() && ranges.legal(word0, word1);
            case TlbiS12Vmall.NUMBER -> identification.s2p();
            case TlbiS2Ipa.NUMBER -> identification.s2p() && ranges.legal(word0, word1);
            default -> true;
        };
    }

    private void invalidate(long word0, long word1) {
        switch (opcode(word0)) {
            case TlbiNhAll.NUMBER -> caches.stage1OfVmid(vmid(word0));
            case TlbiNhAsid.NUMBER -> caches.asid(vmid(word0), asid(word0));
            case TlbiNhVa.NUMBER -> byAddress(vmid(word0), asid(word0), word0, word1);
            case TlbiNhVaa.NUMBER -> byAddress(vmid(word0), ANY_ASID, word0, word1);
            case TlbiEl2All.NUMBER -> caches.allEl2();
            case TlbiEl2Asid.NUMBER -> caches.asid(EL2, asid(word0));
            case TlbiEl2Va.NUMBER ->
                    byAddress(EL2, e2h.getAsBoolean() ? asid(word0) : ANY_ASID, word0, word1);
            case TlbiEl2Vaa.NUMBER -> byAddress(EL2, ANY_ASID, word0, word1);
            case TlbiS12Vmall.NUMBER -> caches.allOfVmid(vmid(word0));
            case TlbiS2Ipa.NUMBER -> byIntermediateAddress(word0, word1);
            default -> caches.allNonHyp();
        }
    }

    private void byAddress(int vmid, int asid, long word0, long word1) {
        long first = TlbiNhVa.ADDRESS.inPlace(word1);
        caches.virtualAddresses(vmid, asid, first, ranges.last(first, word0, word1), leaf(word1));
    }

    private void byIntermediateAddress(long word0, long word1) {
        long first = TlbiS2Ipa.ADDRESS.inPlace(word1);
        caches.intermediateAddresses(
                vmid(word0), first, ranges.last(first, word0, word1), leaf(word1));
    }

    private static int opcode(long word0) {
        return (int) Command.OPCODE.get(word0);
    }

    /// Without stage 2 nothing is tagged with a VMID, and the field is ignored (IHI 0070, 4.4.2).
    private int vmid(long word0) {
        return identification.s2p() ? (int) TlbiNhVa.VMID.get(word0) : 0;
    }

    private static int asid(long word0) {
        return (int) TlbiNhVa.ASID.get(word0);
    }

    private static boolean leaf(long word1) {
        return TlbiScope.LEAF.isSet(word1);
    }
}
