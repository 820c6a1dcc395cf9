package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget one CD of a stream (4.3.3).
///
/// @param streamId 32 bits unsigned
/// @param substreamId 20 bits, index of the CD; 0 where there is one CD
/// @param leaf whether cached copies of the descriptors on the way may stay
public record CfgiCd(int streamId, int substreamId, boolean leaf) implements Command {
    public static final int NUMBER = 0x05;

    public static final Bits SUBSTREAM_ID = bits(31, 12);
    public static final Bits STREAM_ID = bits(63, 32);
    public static final Bits LEAF = bit(64);

    static CfgiCd from(long word0, long word1) {
        return new CfgiCd(
                (int) STREAM_ID.get(word0), (int) SUBSTREAM_ID.get(word0), LEAF.isSet(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER) | STREAM_ID.of(streamId) | SUBSTREAM_ID.of(substreamId),
                LEAF.of(leaf));
    }
}
