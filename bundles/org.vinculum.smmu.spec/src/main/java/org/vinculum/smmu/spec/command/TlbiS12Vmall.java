package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget the translations of a VMID at both stages (4.4.3.2).
///
/// @param vmid 16 bits
public record TlbiS12Vmall(int vmid) implements Command {
    public static final int NUMBER = 0x28;

    public static final Bits VMID = bits(47, 32);

    static TlbiS12Vmall from(long word0) {
        return new TlbiS12Vmall((int) VMID.get(word0));
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
