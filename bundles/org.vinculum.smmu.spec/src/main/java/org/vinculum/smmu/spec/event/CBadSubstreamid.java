package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// A substream that the stream has no CD for (7.3.9).
///
/// @param streamId 32 bits unsigned
/// @param substreamId 20 bits; always valid in this event
public record CBadSubstreamid(int streamId, int substreamId) implements Event {
    public static final int NUMBER = 0x08;

    public static final Bits SUBSTREAM_ID = bits(31, 12);

    static CBadSubstreamid from(Words words) {
        return new CBadSubstreamid((int) STREAM_ID.get(words), (int) SUBSTREAM_ID.get(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId) | SUBSTREAM_ID.of(substreamId), 0, 0, 0);
    }
}
