package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;

/// The ranges of T0SZ, T1SZ and S2T0SZ (IHI 0070, 5.2 and 5.4).
final class InputSizes {
    private static final int LEAST = Long.SIZE - AddressSizes.ORDINARY;
    private static final int LEAST_LARGE = Long.SIZE - AddressSizes.LARGE;

    private InputSizes() {}

    /// SMMUv3.0 leaves open what an ILLEGAL size does; here it is ILLEGAL in every version.
    static boolean stage1Allows(
            int txsz, Granule granule, boolean wide, Identification identification) {
        boolean large = identification.vax() && (wide || granule == Granule.KIB_64);
        return txsz >= (large ? LEAST_LARGE : LEAST)
                && txsz <= identification.maximumTxsz(granule.pageBits());
    }

    static boolean stage2Allows(
            int txsz, Granule granule, boolean wide, Identification identification) {
        int least = Long.SIZE - identification.outputBits();
        if (identification.minor() > 0) {
            boolean large = wide || granule == Granule.KIB_64;
            least = Math.max(large ? LEAST_LARGE : LEAST, least);
        }
        return txsz >= least && txsz <= identification.maximumTxsz(granule.pageBits());
    }
}
