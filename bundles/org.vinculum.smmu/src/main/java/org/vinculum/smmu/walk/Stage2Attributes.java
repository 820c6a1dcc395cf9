package org.vinculum.smmu.walk;

/// Memory attributes of stage 2: the MemAttr field and how it combines with what stage 1 or the transaction says (IHI 0070,
/// 13.1.5; VMSAv8-64, stage 2 memory attributes, with and without FWB).
final class Stage2Attributes {
    private static final int OUTER_AT = 2;
    private static final int PART = 3;
    private static final int RESERVED_OUTER_MASK = 0x3;
    private static final int NIBBLE = 4;
    private static final int LOW = 0xf;
    private static final int HINTS = 3;
    private static final int ALLOCATE = 3;
    private static final int DEVICE_AT = 2;

    private static final int PART_NON_CACHEABLE = 1;
    private static final int PART_WRITE_THROUGH = 2;
    private static final int WRITE_THROUGH = 0x8;
    private static final int WRITE_BACK = 0xc;
    private static final int TRANSIENT_WRITE_BACK = 0x4;
    private static final int NON_CACHEABLE = 0x4;

    private static final int FORCED_NORMAL = 0x4;
    private static final int FORCED_WRITE_BACK = 2;
    private static final int AS_STAGE_1 = 3;

    private Stage2Attributes() {}

    /// Whether a page is device memory by its descriptor alone.
    static boolean isDevice(int memAttr, boolean forced) {
        return forced
                ? (memAttr & FORCED_NORMAL) == 0
                : memAttr >>> OUTER_AT == 0 || (memAttr & RESERVED_OUTER_MASK) == 0;
    }

    /// MemAttr as a memory type; reserved codings are Device-nGnRnE.
    static int type(int memAttr) {
        int outer = memAttr >>> OUTER_AT & PART;
        int inner = memAttr & PART;
        if (outer == 0) {
            return inner << DEVICE_AT;
        }
        return inner == 0 ? 0 : half(outer) << NIBBLE | half(inner);
    }

    private static int half(int part) {
        return switch (part) {
            case PART_NON_CACHEABLE -> NON_CACHEABLE;
            case PART_WRITE_THROUGH -> WRITE_THROUGH | ALLOCATE;
            default -> WRITE_BACK | ALLOCATE;
        };
    }

    /// @param first attributes before stage 2
    /// @param forced S2FWB
    static int combine(int first, int memAttr, int shareability, boolean forced) {
        int type =
                forced
                        ? force(Attributes.type(first), memAttr)
                        : weaker(Attributes.type(first), type(memAttr));
        return Attributes.of(type, wider(Attributes.shareability(first), shareability));
    }

    private static int force(int first, int memAttr) {
        if ((memAttr & FORCED_NORMAL) == 0) {
            return weaker(first, (memAttr & PART) << DEVICE_AT);
        }
        return switch (memAttr & PART) {
            case AS_STAGE_1 -> first;
            case FORCED_WRITE_BACK -> writeBack(first);
            default -> Attributes.isDevice(first) ? first : Attributes.NON_CACHEABLE;
        };
    }

    /// Write-back with the hints that stage 1 gave, if it gave any.
    private static int writeBack(int first) {
        if (Attributes.isDevice(first)) {
            return Attributes.INCOMING;
        }
        return writeBackHalf(first >>> NIBBLE) << NIBBLE | writeBackHalf(first & LOW);
    }

    private static int writeBackHalf(int half) {
        return half == NON_CACHEABLE ? WRITE_BACK | ALLOCATE : half | TRANSIENT_WRITE_BACK;
    }

    private static int weaker(int first, int second) {
        if (Attributes.isDevice(first) || Attributes.isDevice(second)) {
            return weakerDevice(first, second);
        }
        return weakerHalf(first >>> NIBBLE, second >>> NIBBLE) << NIBBLE
                | weakerHalf(first & LOW, second & LOW);
    }

    private static int weakerDevice(int first, int second) {
        if (!Attributes.isDevice(first)) {
            return second;
        }
        return Attributes.isDevice(second) ? Math.min(first, second) : first;
    }

    /// Non-cacheable before write-through before write-back; the hints are stage 1's.
    private static int weakerHalf(int first, int second) {
        if (first == NON_CACHEABLE || second == NON_CACHEABLE) {
            return NON_CACHEABLE;
        }
        boolean back = (first & TRANSIENT_WRITE_BACK) != 0 && (second & TRANSIENT_WRITE_BACK) != 0;
        int lasting = first & WRITE_THROUGH;
        return lasting | (back ? TRANSIENT_WRITE_BACK : 0) | first & HINTS;
    }

    /// Outer before inner before none.
    private static int wider(int first, int second) {
        if (first == Attributes.OUTER_SHAREABLE || second == Attributes.OUTER_SHAREABLE) {
            return Attributes.OUTER_SHAREABLE;
        }
        return Math.max(first, second == 1 ? 0 : second);
    }
}
