package org.vinculum.smmu.spec.command;

import org.vinculum.smmu.spec.Words;

/// Forget everything of the device permission table (4.6.1).
public record DptiAll() implements Command {
    public static final int NUMBER = 0x70;

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER), 0);
    }
}
