package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// Which entries around its address an invalidation by address must reach (IHI 0070, 4.4.1).
///
/// @param leaf whether entries for tables on the way may stay
/// @param tg granule of the entries, see `Granule`; 0 for any, and then the fields below do not count
/// @param ttl level of the leaf entry, 0 for any
/// @param ttl128 whether `ttl` is that of a table of 128-bit descriptors
/// @param num with `scale`: `(num + 1) * 2^scale` granules; 5 bits
/// @param scale 6 bits, of which the highest counts only where IDR5.DS is 1
public record TlbiScope(boolean leaf, int tg, int ttl, boolean ttl128, int num, int scale) {
    public static final Bits NUM = bits(16, 12);
    public static final Bits SCALE = bits(25, 20);
    public static final Bits LEAF = bit(64);
    public static final Bits TTL128 = bit(71);
    public static final Bits TTL = bits(73, 72);
    public static final Bits TG = bits(75, 74);

    /// Entries of any granule that hold the one address.
    public static TlbiScope address(boolean leaf) {
        return new TlbiScope(leaf, 0, 0, false, 0, 0);
    }

    /// Entries of one granule in a range of addresses.
    public static TlbiScope range(boolean leaf, int tg, int ttl, int num, int scale) {
        return new TlbiScope(leaf, tg, ttl, false, num, scale);
    }

    static TlbiScope from(long word0, long word1) {
        return new TlbiScope(
                LEAF.isSet(word1),
                (int) TG.get(word1),
                (int) TTL.get(word1),
                TTL128.isSet(word1),
                (int) NUM.get(word0),
                (int) SCALE.get(word0));
    }

    long word0() {
        return NUM.of(num) | SCALE.of(scale);
    }

    long word1() {
        return LEAF.of(leaf) | TTL128.of(ttl128) | TTL.of(ttl) | TG.of(tg);
    }
}
