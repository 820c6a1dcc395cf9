package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// A page or block does not permit the access (7.3.16).
///
/// @param streamId 32 bits unsigned
/// @param dirtyBit whether an update of dirty state in hardware would have helped
/// @param assuredOnly whether only the AssuredOnly check failed
/// @param ttRnw whether the walk read; only where the origin is a table walk
/// @param overlay whether a stage 2 overlay forbids it
public record FPermission(
        int streamId,
        Substream substream,
        TranslationFault fault,
        boolean dirtyBit,
        boolean assuredOnly,
        boolean ttRnw,
        boolean overlay)
        implements Event {
    public static final int NUMBER = 0x13;

    public static final Bits DIRTY_BIT = bit(106);
    public static final Bits ASSURED_ONLY = bit(107);
    public static final Bits TTRNW = bit(108);
    public static final Bits OVERLAY = bit(109);

    static FPermission from(Words words) {
        return new FPermission(
                (int) STREAM_ID.get(words),
                Substream.from(words.word(0)),
                TranslationFault.from(words),
                DIRTY_BIT.isSet(words),
                ASSURED_ONLY.isSet(words),
                TTRNW.isSet(words),
                OVERLAY.isSet(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                fault.word1()
                        | DIRTY_BIT.of(dirtyBit)
                        | ASSURED_ONLY.of(assuredOnly)
                        | TTRNW.of(ttRnw)
                        | OVERLAY.of(overlay),
                fault.word2(),
                fault.word3());
    }
}
