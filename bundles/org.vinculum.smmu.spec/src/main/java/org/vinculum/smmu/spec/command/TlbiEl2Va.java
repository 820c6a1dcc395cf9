package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget translations of an address of EL2, with E2H those of one ASID and global ones (4.4.2.8).
///
/// @param asid 16 bits
/// @param scope which entries around the address
/// @param address first VA; bits 11:0 are dropped
public record TlbiEl2Va(int asid, TlbiScope scope, long address) implements Command {
    public static final int NUMBER = 0x22;

    public static final Bits ASID = bits(63, 48);
    public static final Bits ADDRESS = bits(127, 76);

    static TlbiEl2Va from(long word0, long word1) {
        return new TlbiEl2Va(
                (int) ASID.get(word0), TlbiScope.from(word0, word1), ADDRESS.inPlace(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER) | ASID.of(asid) | scope.word0(),
                scope.word1() | ADDRESS.inPlace(address));
    }
}
