package org.vinculum.smmu.spec.register;

/// SMMU_PIDR5 to SMMU_PIDR7, which are RES0 (IHI 0070, 6.3.170).
public record ReservedPidr(int value) implements Register32 {
    public static final int PIDR5_OFFSET = 0xfd4;
    public static final int PIDR6_OFFSET = 0xfd8;
    public static final int PIDR7_OFFSET = 0xfdc;
}
