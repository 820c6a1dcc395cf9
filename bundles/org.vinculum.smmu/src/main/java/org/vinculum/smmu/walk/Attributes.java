package org.vinculum.smmu.walk;

import org.vinculum.smmu.table.Overrides;

/// Memory attributes as ten bits of an `int`: a memory type as a byte of MAIR_ELx in bits 7:0, shareability in 9:8
/// (0 non-shareable, 2 outer, 3 inner). They are what [org.vinculum.iommu.Outcome#attributes()] holds.
public final class Attributes {
    public static final int MASK = 0x3ff;

    /// Normal, write-back, allocating, not transient; non-shareable: what a transaction has that says nothing (IHI 0070,
    /// 13.1.3).
    public static final int INCOMING = 0xff;

    static final int NON_CACHEABLE = 0x44;
    static final int OUTER_SHAREABLE = 2;
    static final int SHAREABILITY_AT = 8;

    private static final int TYPE = 0xff;
    private static final int NOT_DEVICE = 0xf0;
    private static final int ALLOCATION_OVERRIDDEN = 0x8;
    private static final int SHAREABILITY_AS_INCOMING = 1;

    private Attributes() {}

    static int of(int type, int shareability) {
        return consistent(type & TYPE, shareability);
    }

    public static int type(int attributes) {
        return attributes & TYPE;
    }

    public static int shareability(int attributes) {
        return attributes >>> SHAREABILITY_AT & 3;
    }

    static boolean isDevice(int type) {
        return (type & NOT_DEVICE) == 0;
    }

    /// Device memory and memory that nobody caches are outer shareable whatever is said (IHI 0070, 13.1.7).
    private static int consistent(int type, int shareability) {
        boolean outer = isDevice(type) || type == NON_CACHEABLE;
        int defined = shareability == SHAREABILITY_AS_INCOMING ? 0 : shareability;
        return type | (outer ? OUTER_SHAREABLE : defined) << SHAREABILITY_AT;
    }

    /// What a transaction has after its overrides, when it brought nothing.
    public static int incoming(Overrides overrides) {
        int type = type(INCOMING);
        if (overrides.memoryType() >= 0) {
            type = Stage2Attributes.type(overrides.memoryType());
        }
        if ((overrides.allocation() & ALLOCATION_OVERRIDDEN) != 0) {
            type = CacheHints.replace(type, overrides.allocation());
        }
        int shareability = overrides.shareability();
        return of(type, shareability == SHAREABILITY_AS_INCOMING ? 0 : shareability);
    }

    /// What stage 1 says, with the allocation hints of the transaction where that has any (IHI 0070, 13.4.2).
    static int stage1(int type, int shareability, int incoming) {
        return of(CacheHints.combine(type, type(incoming)), shareability);
    }
}
