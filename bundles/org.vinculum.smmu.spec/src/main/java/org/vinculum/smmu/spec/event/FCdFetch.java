package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// The CD could not be fetched (7.3.10).
///
/// @param streamId 32 bits unsigned
public record FCdFetch(int streamId, Substream substream, FetchAbort abort) implements Event {
    public static final int NUMBER = 0x09;

    static FCdFetch from(Words words) {
        return new FCdFetch(
                (int) STREAM_ID.get(words), Substream.from(words.word(0)), FetchAbort.from(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                abort.word1(),
                0,
                abort.word3());
    }
}
