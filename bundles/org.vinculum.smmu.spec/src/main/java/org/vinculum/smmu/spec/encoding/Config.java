package org.vinculum.smmu.spec.encoding;

/// STE.Config, what is done with a stream (IHI 0070, 5.2).
public enum Config {
    ABORT(0b000),
    BYPASS(0b100),
    STAGE_1(0b101),
    STAGE_2(0b110),
    NESTED(0b111);

    private final int encoding;

    Config(int encoding) {
        this.encoding = encoding;
    }

    /// @param encoding 3 bits; `0b0xx` is [#ABORT]
    public static Config of(int encoding) {
        return switch (encoding) {
            case 0b100 -> BYPASS;
            case 0b101 -> STAGE_1;
            case 0b110 -> STAGE_2;
            case 0b111 -> NESTED;
            default -> ABORT;
        };
    }

    public int encoding() {
        return encoding;
    }

    public boolean stage1() {
        return this == STAGE_1 || this == NESTED;
    }

    public boolean stage2() {
        return this == STAGE_2 || this == NESTED;
    }
}
