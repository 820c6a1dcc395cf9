package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget stage 2 translations of an IPA; combined ones of both stages may stay (4.4.3.1).
///
/// @param vmid 16 bits
/// @param scope which entries around the address
/// @param address first IPA, 56 bits; bits 11:0 are dropped
public record TlbiS2Ipa(int vmid, TlbiScope scope, long address) implements Command {
    public static final int NUMBER = 0x2a;

    public static final Bits VMID = bits(47, 32);
    public static final Bits ADDRESS = bits(119, 76);

    static TlbiS2Ipa from(long word0, long word1) {
        return new TlbiS2Ipa(
                (int) VMID.get(word0), TlbiScope.from(word0, word1), ADDRESS.inPlace(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER) | VMID.of(vmid) | scope.word0(),
                scope.word1() | ADDRESS.inPlace(address));
    }
}
