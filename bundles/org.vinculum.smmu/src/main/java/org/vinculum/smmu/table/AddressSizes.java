package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;

/// How large addresses may be (IHI 0070, 3.4).
public final class AddressSizes {
    /// Bits of an address without the extensions for large addresses.
    static final int ORDINARY = 48;

    /// Bits of an address with them.
    static final int LARGE = 52;

    private static final int CODED_48 = 5;
    private static final int CODED_52 = 6;
    private static final int MINOR_WITH_56 = 4;

    private AddressSizes() {}

    /// The effective output size of a stage: CD.IPS or STE.S2PS, capped to the implementation's.
    public static int effective(int coded, Identification identification) {
        return Math.min(
                Identification.outputBits(defined(coded, identification.minor())),
                identification.outputBits());
    }

    private static int defined(int coded, int minor) {
        if (minor == 0) {
            return Math.min(coded, CODED_48);
        }
        return minor < MINOR_WITH_56 ? Math.min(coded, CODED_52) : coded;
    }

    /// Whether an address needs more bits than there are.
    public static boolean exceeds(long address, int bits) {
        return address >>> bits != 0;
    }
}
