package org.vinculum.smmu.spec.command;

import org.vinculum.smmu.spec.Words;

/// Forget all translations of EL2 (4.4.2.7).
public record TlbiEl2All() implements Command {
    public static final int NUMBER = 0x20;

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER), 0);
    }
}
