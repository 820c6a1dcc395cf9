package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// What F_TRANSLATION, F_ADDR_SIZE, F_ACCESS and F_PERMISSION have in common (IHI 0070, 7.3.13 to 7.3.16): words 1 to 3.
///
/// @param stag names the stalled transaction to CMD_RESUME, 16 bits; only with `stall`
/// @param stall whether the transaction waits for an answer
/// @param impdef implementation defined, 16 bits
/// @param inputAddr 64 bits, as the transaction brought it
/// @param ipa input of stage 2 where the fault occurred there, 56 bits; bits 11:0 are dropped
public record TranslationFault(
        int stag,
        boolean stall,
        AccessKind access,
        FaultOrigin origin,
        int impdef,
        long inputAddr,
        long ipa) {
    public static final Bits STAG = bits(79, 64);
    public static final Bits STALL = bit(95);
    public static final Bits IMPDEF = bits(127, 112);
    public static final Bits INPUT_ADDR = bits(191, 128);
    public static final Bits IPA = bits(247, 204);

    /// A fault that ended its transaction.
    public static TranslationFault terminated(
            AccessKind access, FaultOrigin origin, long inputAddr, long ipa) {
        return new TranslationFault(0, false, access, origin, 0, inputAddr, ipa);
    }

    /// A fault whose transaction waits.
    public static TranslationFault stalled(
            int stag, AccessKind access, FaultOrigin origin, long inputAddr, long ipa) {
        return new TranslationFault(stag, true, access, origin, 0, inputAddr, ipa);
    }

    static TranslationFault from(Words words) {
        return new TranslationFault(
                (int) STAG.get(words),
                STALL.isSet(words),
                AccessKind.from(words),
                FaultOrigin.from(words),
                (int) IMPDEF.get(words),
                INPUT_ADDR.get(words),
                IPA.inPlace(words));
    }

    long word1() {
        return STAG.of(stag)
                | STALL.of(stall)
                | access.word1()
                | origin.word1()
                | IMPDEF.of(impdef);
    }

    long word2() {
        return INPUT_ADDR.of(inputAddr);
    }

    long word3() {
        return IPA.inPlace(ipa);
    }
}
