package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Wait until all that was commanded before is done, and signal it (4.7.3).
///
/// @param cs 2 bits, see `CompletionSignal`; 3 is ILLEGAL
/// @param msh shareability of the MSI, 2 bits
/// @param msiAttr memory type of the MSI, 4 bits, as STE.MemAttr
/// @param msiData 32 bits
/// @param msiAddress 56 bits, bits 1:0 are dropped; 0 for none
public record Sync(int cs, int msh, int msiAttr, int msiData, long msiAddress) implements Command {
    public static final int NUMBER = 0x46;

    public static final Bits CS = bits(13, 12);
    public static final Bits MSH = bits(23, 22);
    public static final Bits MSI_ATTR = bits(27, 24);
    public static final Bits MSI_DATA = bits(63, 32);
    public static final Bits MSI_ADDRESS = bits(119, 66);

    static Sync from(long word0, long word1) {
        return new Sync(
                (int) CS.get(word0),
                (int) MSH.get(word0),
                (int) MSI_ATTR.get(word0),
                (int) MSI_DATA.get(word0),
                MSI_ADDRESS.inPlace(word1));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(
                OPCODE.of(NUMBER)
                        | CS.of(cs)
                        | MSH.of(msh)
                        | MSI_ATTR.of(msiAttr)
                        | MSI_DATA.of(msiData),
                MSI_ADDRESS.inPlace(msiAddress));
    }
}
