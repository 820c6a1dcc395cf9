package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

/// Ask a device to forget translations it got by ATS (4.5.1).
///
/// @param streamId 32 bits unsigned
/// @param global for all PASIDs; counts only with a substream
/// @param size binary logarithm of the number of 4 KB pages; 52 is everything
/// @param address counts as aligned to the size; bits 11:0 are dropped
public record AtcInv(int streamId, Substream substream, boolean global, int size, long address)
        implements Command {
    public static final int NUMBER = 0x40;

    public static final Bits GLOBAL = bit(9);
    public static final Bits STREAM_ID = bits(63, 32);
    public static final Bits SIZE = bits(69, 64);
    public static final Bits ADDRESS = bits(127, 76);

    static AtcInv from(long word0, long word1) {
        return new AtcInv(
                (int) STREAM_ID.get(word0),
                Substream.from(word0),
                GLOBAL.isSet(word0),
                (int) SIZE.get(word1),
                ADDRESS.inPlace(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER) | STREAM_ID.of(streamId) | substream.word() | GLOBAL.of(global),
                SIZE.of(size) | ADDRESS.inPlace(address));
    }
}
