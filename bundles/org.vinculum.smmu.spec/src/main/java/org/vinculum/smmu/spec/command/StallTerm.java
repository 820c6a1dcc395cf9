package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// End all stalled transactions of a stream with an abort (4.7.2).
///
/// @param streamId 32 bits unsigned
public record StallTerm(int streamId) implements Command {
    public static final int NUMBER = 0x45;

    public static final Bits STREAM_ID = bits(63, 32);

    static StallTerm from(long word0) {
        return new StallTerm((int) STREAM_ID.get(word0));
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
