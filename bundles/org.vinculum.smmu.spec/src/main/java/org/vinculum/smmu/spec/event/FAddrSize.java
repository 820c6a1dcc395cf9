package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// A stage gave an address outside its output range (7.3.14).
///
/// @param streamId 32 bits unsigned
public record FAddrSize(int streamId, Substream substream, TranslationFault fault)
        implements Event {
    public static final int NUMBER = 0x11;

    static FAddrSize from(Words words) {
        return new FAddrSize(
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
