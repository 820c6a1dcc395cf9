package org.vinculum.smmu.walk;

/// What a walk found, as one `long` that caches can hold: where the page or block is, how large it is, what it permits and
/// how its memory behaves. Never 0, never negative.
public final class Leaf {
    /// No leaf: the walk ended with a fault.
    public static final long FAULT = -1;

    private static final long PRESENT = 1L << 62;
    private static final int SIZE_AT = 6;
    private static final int SIZE_MASK = 0x3f;
    private static final long ADDRESS_MASK = (1L << 52) - (1L << 12);
    private static final int ATTRIBUTES_AT = 52;

    private Leaf() {}

    /// @param address of the page or block, below 2^52
    /// @param log2Size of the page or block, at least 12
    /// @param attributes 10 bits, see [Attributes]
    static long of(long address, int log2Size, int permissions, int attributes) {
        return PRESENT
                | (long) attributes << ATTRIBUTES_AT
                | address & ADDRESS_MASK
                | log2Size << SIZE_AT
                | permissions;
    }

    public static boolean permits(long leaf, int needed) {
        return ((int) leaf & needed) == needed;
    }

    public static int permissions(long leaf) {
        return (int) leaf & Permissions.ALL;
    }

    /// The same with other permissions.
    public static long granting(long leaf, int permissions) {
        return leaf & ~Permissions.ALL | permissions;
    }

    public static int log2Size(long leaf) {
        return (int) leaf >>> SIZE_AT & SIZE_MASK;
    }

    public static int attributes(long leaf) {
        return (int) (leaf >>> ATTRIBUTES_AT) & Attributes.MASK;
    }

    /// Where an address of the page or block comes out.
    public static long output(long leaf, long input) {
        long offset = (1L << log2Size(leaf)) - 1;
        return leaf & ADDRESS_MASK & ~offset | input & offset;
    }

    /// Two leaves as one: what stage 1 finds at an address, at the place where stage 2 puts it.
    ///
    /// @param input of stage 1
    static long nested(long first, long second, long input, int attributes) {
        int log2Size = Math.min(log2Size(first), log2Size(second));
        long output = output(second, output(first, input));
        return of(
                output & -1L << log2Size,
                log2Size,
                permissions(first) & permissions(second),
                attributes);
    }
}
