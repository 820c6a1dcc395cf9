package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget the STE of a stream, and its CDs (4.3.1).
///
/// @param streamId 32 bits unsigned
/// @param leaf whether cached copies of the descriptors on the way may stay
public record CfgiSte(int streamId, boolean leaf) implements Command {
    public static final int NUMBER = 0x03;

    public static final Bits STREAM_ID = bits(63, 32);
    public static final Bits LEAF = bit(64);

    static CfgiSte from(long word0, long word1) {
        return new CfgiSte((int) STREAM_ID.get(word0), LEAF.isSet(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER) | STREAM_ID.of(streamId), LEAF.of(leaf));
    }
}
