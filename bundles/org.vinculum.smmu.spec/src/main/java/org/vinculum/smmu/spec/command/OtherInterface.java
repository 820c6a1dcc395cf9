package org.vinculum.smmu.spec.command;

import org.vinculum.smmu.spec.Words;

/// A command that only the queue of another security state may hold, by its opcode or because SSec is 1; executing it on
/// the Non-secure queue is CERROR_ILL (4.1.1, 4.1.6).
///
/// @param entry the two words
public record OtherInterface(int opcode, Words entry) implements Command {
    @Override
    public Words encode() {
        return entry;
    }

    /// The opcodes of EL3, of Secure EL2, of Secure stage 2 and of all Secure translations.
    static boolean has(int opcode) {
        return switch (opcode) {
            case 0x18, 0x1a, 0x50, 0x51, 0x52, 0x53, 0x58, 0x5a, 0x60 -> true;
            default -> false;
        };
    }
}
