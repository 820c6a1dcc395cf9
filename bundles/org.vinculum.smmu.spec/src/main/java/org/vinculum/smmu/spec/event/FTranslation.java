package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// There is no valid translation for an address (7.3.13).
///
/// @param streamId 32 bits unsigned
public record FTranslation(int streamId, Substream substream, TranslationFault fault)
        implements Event {
    public static final int NUMBER = 0x10;

    static FTranslation from(Words words) {
        return new FTranslation(
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
