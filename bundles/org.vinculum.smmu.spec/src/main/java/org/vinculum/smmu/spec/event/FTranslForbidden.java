package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// A transaction marked as translated from a stream that may not bypass the SMMU (7.3.8).
///
/// @param streamId 32 bits unsigned
/// @param rnw whether it reads
/// @param inputAddr 64 bits, as the transaction brought it
public record FTranslForbidden(int streamId, boolean rnw, long inputAddr) implements Event {
    public static final int NUMBER = 0x07;

    public static final Bits RNW = bit(99);
    public static final Bits INPUT_ADDR = bits(191, 128);

    static FTranslForbidden from(Words words) {
        return new FTranslForbidden(
                (int) STREAM_ID.get(words), RNW.isSet(words), INPUT_ADDR.get(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId), RNW.of(rnw), INPUT_ADDR.of(inputAddr), 0);
    }
}
