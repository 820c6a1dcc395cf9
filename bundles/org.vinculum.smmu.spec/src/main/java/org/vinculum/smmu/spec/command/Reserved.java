package org.vinculum.smmu.spec.command;

import org.vinculum.smmu.spec.Words;

/// An opcode that the architecture does not define; executing it is CERROR_ILL (4.1.3).
public record Reserved(int opcode) implements Command {
    @Override
    public Words encode() {
        return Words.of(OPCODE.of(opcode), 0);
    }
}
