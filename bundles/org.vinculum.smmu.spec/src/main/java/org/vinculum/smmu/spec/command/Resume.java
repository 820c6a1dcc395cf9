package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Retry or end a stalled transaction (4.7.1).
///
/// @param streamId 32 bits unsigned
/// @param retry Ac: whether to retry
/// @param abort Ab: whether to end it with an abort instead of RAZ/WI; does not count with `retry`
/// @param stag 16 bits, as the event said
public record Resume(int streamId, boolean retry, boolean abort, int stag) implements Command {
    public static final int NUMBER = 0x44;

    public static final Bits AC = bit(12);
    public static final Bits AB = bit(13);
    public static final Bits STREAM_ID = bits(63, 32);
    public static final Bits STAG = bits(79, 64);

    static Resume from(long word0, long word1) {
        return new Resume(
                (int) STREAM_ID.get(word0),
                AC.isSet(word0),
                AB.isSet(word0),
                (int) STAG.get(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER) | STREAM_ID.of(streamId) | AC.of(retry) | AB.of(abort),
                STAG.of(stag));
    }
}
