package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// Read the STE and CD of a stream before a transaction needs them (4.2.1).
///
/// @param streamId 32 bits unsigned
public record PrefetchConfig(int streamId, Substream substream) implements Command {
    public static final int NUMBER = 0x01;

    public static final Bits STREAM_ID = bits(63, 32);

    static PrefetchConfig from(long word0) {
        return new PrefetchConfig((int) STREAM_ID.get(word0), Substream.from(word0));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(), 0);
    }
}
