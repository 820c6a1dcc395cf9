package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// Answer the page requests of a group (4.5.2).
///
/// @param streamId 32 bits unsigned
/// @param prgIndex 9 bits
/// @param resp 2 bits, see `PageResponse`; 3 is ILLEGAL
public record PriResp(int streamId, Substream substream, int prgIndex, int resp)
        implements Command {
    public static final int NUMBER = 0x41;

    public static final Bits STREAM_ID = bits(63, 32);
    public static final Bits PRG_INDEX = bits(72, 64);
    public static final Bits RESP = bits(77, 76);

    static PriResp from(long word0, long word1) {
        return new PriResp(
                (int) STREAM_ID.get(word0),
                Substream.from(word0),
                (int) PRG_INDEX.get(word1),
                (int) RESP.get(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                PRG_INDEX.of(prgIndex) | RESP.of(resp));
    }
}
