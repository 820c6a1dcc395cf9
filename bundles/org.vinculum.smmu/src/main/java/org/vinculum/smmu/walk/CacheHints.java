package org.vinculum.smmu.walk;

/// Allocation hints of a memory type in MAIR_ELx coding: read and write allocation and transience, for the inner and the
/// outer caches, four bits each. Only write-through and write-back memory has them.
final class CacheHints {
    private static final int NIBBLE = 4;
    private static final int LOW = 0xf;
    private static final int HINTS = 0x3;
    private static final int POLICY = 0xc;
    private static final int NOT_TRANSIENT = 0x8;
    private static final int WRITE_BACK = 0x4;
    private static final int NON_CACHEABLE = 0x4;

    private static final int ALLOCCFG_TRANSIENT = 1;
    private static final int ALLOCCFG_HINTS_AT = 1;

    private CacheHints() {}

    private static boolean cacheable(int half) {
        return half != NON_CACHEABLE && half != 0;
    }

    /// With the hints of ALLOCCFG, bits 2 read, 1 write, 0 transient.
    static int replace(int type, int configured) {
        if (Attributes.isDevice(type)) {
            return type;
        }
        return replaceHalf(type >>> NIBBLE, configured) << NIBBLE
                | replaceHalf(type & LOW, configured);
    }

    private static int replaceHalf(int half, int configured) {
        if (!cacheable(half)) {
            return half;
        }
        int hints = configured >>> ALLOCCFG_HINTS_AT & HINTS;
        return coded(writeBack(half), hints, (configured & ALLOCCFG_TRANSIENT) != 0);
    }

    /// A type with the stronger of its hints and another's: no allocation, transient.
    static int combine(int type, int other) {
        if (Attributes.isDevice(type) || Attributes.isDevice(other)) {
            return type;
        }
        return combineHalf(type >>> NIBBLE, other >>> NIBBLE) << NIBBLE
                | combineHalf(type & LOW, other & LOW);
    }

    private static int combineHalf(int half, int other) {
        if (!cacheable(half) || !cacheable(other)) {
            return half;
        }
        int hints = half & other & HINTS;
        boolean transientOnce = isTransient(half) || isTransient(other);
        return coded(writeBack(half), hints, transientOnce);
    }

    private static boolean isTransient(int half) {
        return (half & NOT_TRANSIENT) == 0;
    }

    private static boolean writeBack(int half) {
        return (half & WRITE_BACK) != 0;
    }

    /// Memory that is not allocated is not transient (IHI 0070, 13.1.7).
    private static int coded(boolean writeBack, int hints, boolean transientOnce) {
        int policy = writeBack ? WRITE_BACK : 0;
        boolean lasting = !transientOnce || hints == 0;
        return (policy | (lasting ? NOT_TRANSIENT : 0)) & POLICY | hints;
    }
}
