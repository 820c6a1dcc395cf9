package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// More than one TLB entry matched (7.3.17).
///
/// @param streamId 32 bits unsigned
/// @param reason implementation defined, 32 bits
/// @param nsipa of Secure streams only
/// @param s2 whether at stage 2
/// @param inputAddr 64 bits, as the transaction brought it
/// @param ipa 56 bits, bits 11:0 are dropped
public record FTlbConflict(
        int streamId,
        Substream substream,
        int reason,
        AccessKind access,
        boolean nsipa,
        boolean s2,
        long inputAddr,
        long ipa)
        implements Event {
    public static final int NUMBER = 0x20;

    public static final Bits REASON = bits(95, 64);
    public static final Bits NSIPA = bit(102);
    public static final Bits S2 = bit(103);
    public static final Bits INPUT_ADDR = bits(191, 128);
    public static final Bits IPA = bits(247, 204);

    static FTlbConflict from(Words words) {
        return new FTlbConflict(
                (int) STREAM_ID.get(words),
                Substream.from(words.word(0)),
                (int) REASON.get(words),
                AccessKind.from(words),
                NSIPA.isSet(words),
                S2.isSet(words),
                INPUT_ADDR.get(words),
                IPA.inPlace(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                REASON.of(reason) | access.word1() | NSIPA.of(nsipa) | S2.of(s2),
                INPUT_ADDR.of(inputAddr),
                IPA.inPlace(ipa));
    }
}
