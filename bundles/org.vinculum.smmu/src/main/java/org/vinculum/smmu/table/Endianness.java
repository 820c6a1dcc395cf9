package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;

/// The byte order of translation tables that an implementation can read (IDR0.TTENDIAN).
final class Endianness {
    private static final int ONLY_LITTLE = 2;
    private static final int ONLY_BIG = 3;

    private Endianness() {}

    static boolean unsupported(boolean big, Identification identification) {
        return identification.ttendian() == (big ? ONLY_LITTLE : ONLY_BIG);
    }
}
