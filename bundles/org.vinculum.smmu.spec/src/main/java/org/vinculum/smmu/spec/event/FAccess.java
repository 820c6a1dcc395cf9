package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// The access flag of a page or block is not set (7.3.15).
///
/// @param streamId 32 bits unsigned
public record FAccess(int streamId, Substream substream, TranslationFault fault) implements Event {
    public static final int NUMBER = 0x12;

    static FAccess from(Words words) {
        return new FAccess(
                (int) STREAM_ID.get(words),
                Substream.from(words.word(0)),
                TranslationFault.from(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                fault.word1(),
                fault.word2(),
                fault.word3());
    }
}
