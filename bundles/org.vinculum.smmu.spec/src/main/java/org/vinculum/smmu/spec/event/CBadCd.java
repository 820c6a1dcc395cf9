package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// The CD is not valid or ILLEGAL (7.3.11).
///
/// @param streamId 32 bits unsigned
public record CBadCd(int streamId, Substream substream) implements Event {
    public static final int NUMBER = 0x0a;

    static CBadCd from(Words words) {
        return new CBadCd((int) STREAM_ID.get(words), Substream.from(words.word(0)));
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
