package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// Translate addresses of a stream before a transaction needs them (4.2.2).
///
/// @param streamId 32 bits unsigned
/// @param size binary logarithm of how many addresses, 0 to 31
/// @param stride from one to the next are `2^(12+stride)` bytes; RES0 in SMMUv3.0
/// @param ns of Secure streams only; RES0 on the Non-secure queue
/// @param address bits 11:0 are dropped
public record PrefetchAddr(
        int streamId, Substream substream, int size, int stride, boolean ns, long address)
        implements Command {
    public static final int NUMBER = 0x02;

    public static final Bits STREAM_ID = bits(63, 32);
    public static final Bits SIZE = bits(68, 64);
    public static final Bits STRIDE = bits(73, 69);
    public static final Bits NS = bit(75);
    public static final Bits ADDRESS = bits(127, 76);

    static PrefetchAddr from(long word0, long word1) {
        return new PrefetchAddr(
                (int) STREAM_ID.get(word0),
                Substream.from(word0),
                (int) SIZE.get(word1),
                (int) STRIDE.get(word1),
                NS.isSet(word1),
                ADDRESS.inPlace(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word(),
                SIZE.of(size) | STRIDE.of(stride) | NS.of(ns) | ADDRESS.inPlace(address));
    }
}
