package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// The STE is not valid or ILLEGAL (7.3.5).
///
/// @param streamId 32 bits unsigned
public record CBadSte(int streamId, Substream substream) implements Event {
    public static final int NUMBER = 0x04;

    static CBadSte from(Words words) {
        return new CBadSte((int) STREAM_ID.get(words), Substream.from(words.word(0)));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(TYPE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(), 0, 0, 0);
    }
}
