package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// A stream that the stream table has no room for (7.3.3).
///
/// @param streamId 32 bits unsigned
public record CBadStreamid(int streamId, Substream substream) implements Event {
    public static final int NUMBER = 0x02;

    static CBadStreamid from(Words words) {
        return new CBadStreamid((int) STREAM_ID.get(words), Substream.from(words.word(0)));
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
