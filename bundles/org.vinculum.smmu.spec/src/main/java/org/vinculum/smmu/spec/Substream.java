package org.vinculum.smmu.spec;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

/// The substream that a command names or a transaction came with (IHI 0070, 4.1.6, 7.3): word 0 of both entries.
///
/// @param ssv whether there is one
/// @param id 20 bits; without meaning unless `ssv`
public record Substream(boolean ssv, int id) {
    public static final Bits SSV = bit(11);
    public static final Bits SUBSTREAM_ID = bits(31, 12);

    /// No substream.
    public static final Substream NONE = new Substream(false, 0);

    public static Substream of(int id) {
        return new Substream(true, id);
    }

    public static Substream from(long word0) {
        return new Substream(SSV.isSet(word0), (int) SUBSTREAM_ID.get(word0));
    }

    /// Its bits of word 0.
    ///
    /// @throws IllegalArgumentException when the ID needs more than 20 bits
    public long word() {
        return SSV.of(ssv) | SUBSTREAM_ID.of(id);
    }
}
