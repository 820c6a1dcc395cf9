package org.vinculum.smmu.spec.register;

/// SMMU_IDR4, implementation defined (IHI 0070, 6.3.5).
public record Idr4(int value) implements Register32 {
    public static final int OFFSET = 0x10;
}
