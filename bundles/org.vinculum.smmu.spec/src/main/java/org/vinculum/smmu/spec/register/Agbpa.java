package org.vinculum.smmu.spec.register;

/// SMMU_AGBPA, implementation defined attributes of traffic while translation is off (IHI 0070, 6.3.15).
public record Agbpa(int value) implements Register32 {
    public static final int OFFSET = 0x48;
}
