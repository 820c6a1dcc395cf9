package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_S2PII, what the 16 values of a stage 2 PIIndex permit (IHI 0070, 6.3.17).
public record S2pii(long value) implements Register64 {
    public static final int OFFSET = 0x30;

    private static final int WIDTH = 4;

    /// S2PII<p>.
    ///
    /// @param index 0 to 15
    public static Bits permission(int index) {
        return bits(WIDTH * index + WIDTH - 1, WIDTH * index);
    }
}
