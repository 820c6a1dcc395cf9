package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget translations of an address of EL2 for all ASIDs (4.4.2.9).
///
/// @param scope which entries around the address
/// @param address first VA; bits 11:0 are dropped
public record TlbiEl2Vaa(TlbiScope scope, long address) implements Command {
    public static final int NUMBER = 0x23;

    public static final Bits ADDRESS = bits(127, 76);

    static TlbiEl2Vaa from(long word0, long word1) {
        return new TlbiEl2Vaa(TlbiScope.from(word0, word1), ADDRESS.inPlace(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER) | scope.word0(), scope.word1() | ADDRESS.inPlace(address));
    }
}
