package org.vinculum.smmu.spec.command;

import org.vinculum.smmu.spec.Words;

/// Forget what the device permission table says of a range of addresses (4.6.2).
///
/// Its fields are not taken apart: it is ILLEGAL wherever IDR3.DPT is 0.
///
/// @param entry the two words
public record DptiPa(Words entry) implements Command {
    public static final int NUMBER = 0x73;

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return entry;
    }
}
