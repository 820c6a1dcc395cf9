package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget the translations of an ASID of EL2-E2H that are not global (4.4.2.10).
///
/// @param asid 16 bits
public record TlbiEl2Asid(int asid) implements Command {
    public static final int NUMBER = 0x21;

    public static final Bits ASID = bits(63, 48);

    static TlbiEl2Asid from(long word0) {
        return new TlbiEl2Asid((int) ASID.get(word0));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER) | ASID.of(asid), 0);
    }
}
