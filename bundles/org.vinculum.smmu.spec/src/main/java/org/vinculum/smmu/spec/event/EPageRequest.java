package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// A hint that a device will soon access addresses (7.3.19).
///
/// @param streamId 32 bits unsigned
/// @param ux unprivileged execute
/// @param uw unprivileged write
/// @param ur unprivileged read
/// @param px privileged execute
/// @param pw privileged write
/// @param pr privileged read
/// @param span number of 4 KB pages, 8 bits
/// @param inputAddr bits 11:0 are dropped
public record EPageRequest(
        int streamId,
        Substream substream,
        boolean ux,
        boolean uw,
        boolean ur,
        boolean px,
        boolean pw,
        boolean pr,
        int span,
        long inputAddr)
        implements Event {
    public static final int NUMBER = 0x24;

    public static final Bits UX = bit(97);
    public static final Bits UW = bit(98);
    public static final Bits UR = bit(99);
    public static final Bits PX = bit(101);
    public static final Bits PW = bit(102);
    public static final Bits PR = bit(103);
    public static final Bits SPAN = bits(115, 108);
    public static final Bits INPUT_ADDR = bits(191, 140);

    static EPageRequest from(Words words) {
        return new EPageRequest(
                (int) STREAM_ID.get(words),
                Substream.from(words.word(0)),
                UX.isSet(words),
                UW.isSet(words),
                UR.isSet(words),
                PX.isSet(words),
                PW.isSet(words),
                PR.isSet(words),
                (int) SPAN.get(words),
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
                UX.of(ux)
                        | UW.of(uw)
                        | UR.of(ur)
                        | PX.of(px)
                        | PW.of(pw)
                        | PR.of(pr)
                        | SPAN.of(span),
                INPUT_ADDR.inPlace(inputAddr),
                0);
    }
}
