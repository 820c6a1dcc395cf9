package org.vinculum.smmu.spec.encoding;

/// STE.INSTCFG and GBPA.INSTCFG, whether a read counts as something else than it says (IHI 0070, 5.2, 6.3.14).
public enum InstructionOverride {
    INCOMING(0b00),
    DATA(0b10),
    INSTRUCTION(0b11);

    private final int encoding;

    InstructionOverride(int encoding) {
        this.encoding = encoding;
    }

    /// @param encoding 2 bits; the reserved 1 behaves as [#INCOMING]
    public static InstructionOverride of(int encoding) {
        return switch (encoding) {
            case 0b10 -> DATA;
            case 0b11 -> INSTRUCTION;
            default -> INCOMING;
        };
    }

    public int encoding() {
        return encoding;
    }
}
