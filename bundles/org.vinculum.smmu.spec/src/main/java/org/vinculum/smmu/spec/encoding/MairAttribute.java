package org.vinculum.smmu.spec.encoding;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// One 8-bit attribute of CD.MAIR0 and CD.MAIR1, also ATOS_PAR.ATTR: a memory type (IHI 0070, 5.4).
///
/// @param value 8 bits
public record MairAttribute(int value) {
    public static final Bits INNER = bits(3, 0);
    public static final Bits OUTER = bits(7, 4);

    /// With OUTER zero; the two bits below it are reserved and do not count.
    public static final Bits DEVICE = bits(3, 2);

    /// Normal memory that no cache may hold.
    public static final int NORMAL_NON_CACHEABLE = 0x44;

    /// Normal write-back memory with all allocation hints.
    public static final int NORMAL_WRITE_BACK = 0xff;

    public boolean isDevice() {
        return !OUTER.isSet(value);
    }

    /// With a meaning only where [#isDevice()].
    public DeviceType device() {
        return DeviceType.of(DEVICE.get(value));
    }

    /// With a meaning only where it is not [#isDevice()].
    public CacheAttribute outer() {
        return new CacheAttribute(OUTER.get(value));
    }

    /// With a meaning only where it is not [#isDevice()].
    public CacheAttribute inner() {
        return new CacheAttribute(INNER.get(value));
    }
}
