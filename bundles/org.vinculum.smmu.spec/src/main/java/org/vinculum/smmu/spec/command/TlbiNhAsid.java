package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget the translations of an ASID that are not global (4.4.2.2).
///
/// @param vmid 16 bits
/// @param asid 16 bits
public record TlbiNhAsid(int vmid, int asid) implements Command {
    public static final int NUMBER = 0x11;

    public static final Bits VMID = bits(47, 32);
    public static final Bits ASID = bits(63, 48);

    static TlbiNhAsid from(long word0) {
        return new TlbiNhAsid((int) VMID.get(word0), (int) ASID.get(word0));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER) | VMID.of(vmid) | ASID.of(asid), 0);
    }
}
