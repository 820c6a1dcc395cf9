package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// One 16-byte entry of the PRI queue: a device asks for a page (IHI 0070, 8). A stop marker is one with SSV, Last and
/// neither read nor write.
///
/// @param streamId 32 bits unsigned
/// @param substreamId 20 bits; without meaning unless `ssv`
/// @param privileged Priv, never without a substream, as is `execute`
/// @param last whether the group ends here
/// @param ssv whether it came with a substream
/// @param prgIndex which group it is of, 9 bits
/// @param address of the page; bits 11:0 are dropped
public record PageRequest(
        int streamId,
        int substreamId,
        boolean privileged,
        boolean execute,
        boolean read,
        boolean write,
        boolean last,
        boolean ssv,
        int prgIndex,
        long address) {
    /// Bytes of an entry.
    public static final int SIZE = 16;

    public static final Bits STREAM_ID = bits(31, 0);
    public static final Bits SUBSTREAM_ID = bits(51, 32);
    public static final Bits PRIV = bit(58);
    public static final Bits X = bit(59);
    public static final Bits R = bit(60);
    public static final Bits W = bit(61);
    public static final Bits LAST = bit(62);
    public static final Bits SSV = bit(63);
    public static final Bits PRG_INDEX = bits(72, 64);
    public static final Bits ADDRESS = bits(127, 76);

    /// @param entry 2 words
    public static PageRequest decode(Words entry) {
        return new PageRequest(
                (int) STREAM_ID.get(entry),
                (int) SUBSTREAM_ID.get(entry),
                PRIV.isSet(entry),
                X.isSet(entry),
                R.isSet(entry),
                W.isSet(entry),
                LAST.isSet(entry),
                SSV.isSet(entry),
                (int) PRG_INDEX.get(entry),
                ADDRESS.inPlace(entry));
    }

    /// The two words of the entry.
    ///
    /// @throws IllegalArgumentException when a component has more bits than its field
    public Words encode() {
        long flags =
                PRIV.of(privileged)
                        | X.of(execute)
                        | R.of(read)
                        | W.of(write)
                        | LAST.of(last)
                        | SSV.of(ssv);
        return Words.of(
                STREAM_ID.of(streamId) | SUBSTREAM_ID.of(substreamId) | flags,
                PRG_INDEX.of(prgIndex) | ADDRESS.inPlace(address));
    }
}
