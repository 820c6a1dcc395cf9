package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// A translation table descriptor could not be fetched or updated (7.3.12).
///
/// @param streamId 32 bits unsigned
/// @param inputAddr 64 bits, as the transaction brought it
public record FWalkEabt(
        int streamId,
        Substream substream,
        FetchAbort abort,
        AccessKind access,
        FaultOrigin origin,
        long inputAddr)
        implements Event {
    public static final int NUMBER = 0x0b;

    public static final Bits INPUT_ADDR = bits(191, 128);

    static FWalkEabt from(Words words) {
        return new FWalkEabt(
                (int) STREAM_ID.get(words),
                Substream.from(words.word(0)),
                FetchAbort.from(words),
                AccessKind.from(words),
                FaultOrigin.from(words),
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
                abort.word1() | access.word1() | origin.word1(),
                INPUT_ADDR.of(inputAddr),
                abort.word3());
    }
}
