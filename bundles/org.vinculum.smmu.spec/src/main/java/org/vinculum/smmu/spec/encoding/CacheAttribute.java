package org.vinculum.smmu.spec.encoding;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// One half of a [MairAttribute] of Normal memory. The value 0, reserved in the inner half, behaves as write-through,
/// transient, with both hints (IHI 0070, 5.4).
///
/// @param value 4 bits
public record CacheAttribute(int value) {
    public static final Bits WRITE_ALLOCATE = bit(0);
    public static final Bits READ_ALLOCATE = bit(1);
    public static final Bits KIND = bits(3, 2);

    private static final int RESERVED = 0b0000;
    private static final int NON_CACHEABLE = 0b0100;
    private static final int TRANSIENT_WRITE_BACK = 0b01;
    private static final int WRITE_BACK = 0b11;
    private static final int LAST_TRANSIENT = 0b01;

    public Cacheability cacheability() {
        if (value == NON_CACHEABLE) {
            return Cacheability.NON_CACHEABLE;
        }
        int kind = KIND.get(value);
        return kind == TRANSIENT_WRITE_BACK || kind == WRITE_BACK
                ? Cacheability.WRITE_BACK
                : Cacheability.WRITE_THROUGH;
    }

    public boolean isTransient() {
        return value != NON_CACHEABLE && KIND.get(value) <= LAST_TRANSIENT;
    }

    public boolean readAllocate() {
        return value == RESERVED || READ_ALLOCATE.isSet(value);
    }

    public boolean writeAllocate() {
        return value == RESERVED || WRITE_ALLOCATE.isSet(value);
    }
}
