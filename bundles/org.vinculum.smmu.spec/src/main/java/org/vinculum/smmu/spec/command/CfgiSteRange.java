package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget cached configuration of `2^(range+1)` streams (4.3.2), of all when `range` is 31 (4.3.6).
///
/// @param streamId 32 bits unsigned; the lowest `range+1` bits do not count
/// @param range 0 to 31
public record CfgiSteRange(int streamId, int range) implements Command {
    public static final int NUMBER = 0x04;

    public static final Bits STREAM_ID = bits(63, 32);
    public static final Bits RANGE = bits(68, 64);

    static CfgiSteRange from(long word0, long word1) {
        return new CfgiSteRange((int) STREAM_ID.get(word0), (int) RANGE.get(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER) | STREAM_ID.of(streamId), RANGE.of(range));
    }
}
