package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// An ATS translation request from a stream that may not send one (7.3.6).
///
/// @param streamId 32 bits unsigned
/// @param span how many translations were asked for, 4 bits
/// @param inputAddr bits 11:0 are dropped
public record FBadAtsTreq(
        int streamId,
        Substream substream,
        int span,
        boolean privileged,
        boolean execute,
        boolean write,
        boolean read,
        long inputAddr)
        implements Event {
    public static final int NUMBER = 0x05;

    public static final Bits SPAN = bits(67, 64);
    public static final Bits P = bit(92);
    public static final Bits X = bit(93);
    public static final Bits W = bit(94);
    public static final Bits R = bit(95);
    public static final Bits INPUT_ADDR = bits(191, 140);

    static FBadAtsTreq from(Words words) {
        return new FBadAtsTreq(
                (int) STREAM_ID.get(words),
                Substream.from(words.word(0)),
                (int) SPAN.get(words),
                P.isSet(words),
                X.isSet(words),
                W.isSet(words),
                R.isSet(words),
                INPUT_ADDR.inPlace(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                TYPE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                SPAN.of(span) | P.of(privileged) | X.of(execute) | W.of(write) | R.of(read),
                INPUT_ADDR.inPlace(inputAddr),
                0);
    }
}
