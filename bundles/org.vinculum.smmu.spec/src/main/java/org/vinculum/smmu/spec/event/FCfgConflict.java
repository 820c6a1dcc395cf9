package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// More than one configuration cache entry matched (7.3.18).
///
/// @param streamId 32 bits unsigned
/// @param reason implementation defined, 32 bits
public record FCfgConflict(int streamId, Substream substream, int reason) implements Event {
    public static final int NUMBER = 0x21;

    public static final Bits REASON = bits(95, 64);

    static FCfgConflict from(Words words) {
        return new FCfgConflict(
                (int) STREAM_ID.get(words), Substream.from(words.word(0)), (int) REASON.get(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                REASON.of(reason),
                0,
                0);
    }
}
