package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GATOS_SID and SMMU_VATOS_SID, for which stream to translate (IHI 0070, 6.3.38, 6.3.100).
public record AtosSid(long value) implements Register64 {
    public static final int OFFSET = 0x108;

    /// Within the VATOS page (6.2.3).
    public static final int VATOS_OFFSET = 0xa08;

    public static final Bits STREAMID = bits(31, 0);
    public static final Bits SUBSTREAMID = bits(51, 32);
    public static final Bits SSID_VALID = bit(52);
}
