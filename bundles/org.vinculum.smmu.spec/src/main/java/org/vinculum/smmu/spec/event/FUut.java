package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// A transaction of a kind the SMMU does not support (7.3.2).
///
/// @param streamId 32 bits unsigned
/// @param reason implementation defined, 16 bits
/// @param inputAddr 64 bits, as the transaction brought it
public record FUut(int streamId, Substream substream, int reason, AccessKind access, long inputAddr)
        implements Event {
    public static final int NUMBER = 0x01;

    public static final Bits REASON = bits(79, 64);
    public static final Bits INPUT_ADDR = bits(191, 128);

    static FUut from(Words words) {
        return new FUut(
                (int) STREAM_ID.get(words),
                Substream.from(words.word(0)),
                (int) REASON.get(words),
                AccessKind.from(words),
                INPUT_ADDR.get(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                REASON.of(reason) | access.word1(),
                INPUT_ADDR.of(inputAddr),
                0);
    }
}
