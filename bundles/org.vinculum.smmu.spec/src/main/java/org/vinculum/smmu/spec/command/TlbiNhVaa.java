package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget translations of an address for all ASIDs (4.4.2.3).
///
/// @param vmid 16 bits
/// @param scope which entries around the address
/// @param address first VA; bits 11:0 are dropped
public record TlbiNhVaa(int vmid, TlbiScope scope, long address) implements Command {
    public static final int NUMBER = 0x13;

    public static final Bits VMID = bits(47, 32);
    public static final Bits ADDRESS = bits(127, 76);

    static TlbiNhVaa from(long word0, long word1) {
        return new TlbiNhVaa(
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
