package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget the stage 1 translations of a VMID (4.4.2.1).
///
/// @param vmid 16 bits
public record TlbiNhAll(int vmid) implements Command {
    public static final int NUMBER = 0x10;

    public static final Bits VMID = bits(47, 32);

    static TlbiNhAll from(long word0) {
        return new TlbiNhAll((int) VMID.get(word0));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER) | VMID.of(vmid), 0);
    }
}
