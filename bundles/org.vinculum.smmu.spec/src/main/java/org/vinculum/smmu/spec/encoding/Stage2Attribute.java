package org.vinculum.smmu.spec.encoding;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// MemAttr of a stage 2 descriptor where STE.S2FWB is 0, also STE.MemAttr and GBPA.MemAttr: a memory type. The values
/// `0b0100`, `0b1000` and `0b1100` are reserved and behave as Device-nGnRnE (IHI 0070, 5.2).
///
/// @param value 4 bits
public record Stage2Attribute(int value) {
    /// With OUTER zero, the device type.
    public static final Bits INNER = bits(1, 0);

    public static final Bits OUTER = bits(3, 2);

    private static final int NON_CACHEABLE = 0b01;
    private static final int WRITE_THROUGH = 0b10;

    public boolean isDevice() {
        return !OUTER.isSet(value) || !INNER.isSet(value);
    }

    /// With a meaning only where [#isDevice()].
    public DeviceType device() {
        return DeviceType.of(INNER.get(value));
    }

    /// With a meaning only where it is not [#isDevice()].
    public Cacheability outer() {
        return cacheability(OUTER.get(value));
    }

    /// With a meaning only where it is not [#isDevice()].
    public Cacheability inner() {
        return cacheability(INNER.get(value));
    }

    private static Cacheability cacheability(int encoding) {
        return switch (encoding) {
            case NON_CACHEABLE -> Cacheability.NON_CACHEABLE;
            case WRITE_THROUGH -> Cacheability.WRITE_THROUGH;
            default -> Cacheability.WRITE_BACK;
        };
    }
}
