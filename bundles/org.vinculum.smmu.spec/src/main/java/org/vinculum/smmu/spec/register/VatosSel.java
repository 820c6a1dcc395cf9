package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_VATOS_SEL, whose streams the VATOS page may translate for (IHI 0070, 6.3.44).
public record VatosSel(int value) implements Register32 {
    public static final int OFFSET = 0x180;

    public static final Bits VMID = bits(15, 0);
}
