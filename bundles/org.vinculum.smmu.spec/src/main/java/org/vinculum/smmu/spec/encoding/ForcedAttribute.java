package org.vinculum.smmu.spec.encoding;

/// MemAttr of a stage 2 descriptor where STE.S2FWB is 1: what becomes of the stage 1 memory type (DDI 0487, D8.6.7).
public enum ForcedAttribute {
    DEVICE_NGNRNE,
    DEVICE_NGNRE,
    DEVICE_NGRE,
    DEVICE_GRE,
    RESERVED,

    /// Non-cacheable unless stage 1 says Device.
    NORMAL_NON_CACHEABLE,

    /// Write-back, whatever stage 1 says.
    NORMAL_WRITE_BACK,

    /// As stage 1 says.
    STAGE_1;

    private static final int LOWEST_THREE = 0b111;

    /// @param encoding the field of 4 bits, of which the highest does not count
    public static ForcedAttribute of(int encoding) {
        return switch (encoding & LOWEST_THREE) {
            case 0b000 -> DEVICE_NGNRNE;
            case 0b001 -> DEVICE_NGNRE;
            case 0b010 -> DEVICE_NGRE;
            case 0b011 -> DEVICE_GRE;
            case 0b100 -> RESERVED;
            case 0b101 -> NORMAL_NON_CACHEABLE;
            case 0b110 -> NORMAL_WRITE_BACK;
            default -> STAGE_1;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
