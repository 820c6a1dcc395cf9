package org.vinculum.smmu.spec.command;

import org.vinculum.smmu.spec.Words;

/// A command of the vendor: opcodes 0x80 to 0x8f (4.1.1). All other bits are the vendor's.
///
/// @param entry the two words
public record ImplementationDefined(int opcode, Words entry) implements Command {
    static final int FIRST = 0x80;
    static final int LAST = 0x8f;

    @Override
    public Words encode() {
        return entry;
    }

    static boolean has(int opcode) {
        return opcode >= FIRST && opcode <= LAST;
    }
}
