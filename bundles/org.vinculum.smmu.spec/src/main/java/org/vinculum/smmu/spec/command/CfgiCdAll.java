package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget all CDs of a stream (4.3.4).
///
/// @param streamId 32 bits unsigned
public record CfgiCdAll(int streamId) implements Command {
    public static final int NUMBER = 0x06;

    public static final Bits STREAM_ID = bits(63, 32);

    static CfgiCdAll from(long word0) {
        return new CfgiCdAll((int) STREAM_ID.get(word0));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER) | STREAM_ID.of(streamId), 0);
    }
}
