package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// The VMS could not be fetched (7.3.20).
///
/// @param streamId 32 bits unsigned
public record FVmsFetch(int streamId, Substream substream, FetchAbort abort) implements Event {
    public static final int NUMBER = 0x25;

    static FVmsFetch from(Words words) {
        return new FVmsFetch(
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
