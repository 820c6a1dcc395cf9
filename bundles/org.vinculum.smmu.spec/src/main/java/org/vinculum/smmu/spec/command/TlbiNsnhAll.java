package org.vinculum.smmu.spec.command;

import org.vinculum.smmu.spec.Words;

/// Forget all translations but those of EL2 (4.4.4.1).
public record TlbiNsnhAll() implements Command {
    public static final int NUMBER = 0x30;

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER), 0);
    }
}
