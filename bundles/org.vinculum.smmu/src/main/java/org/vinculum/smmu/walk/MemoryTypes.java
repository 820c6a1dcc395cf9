package org.vinculum.smmu.walk;

/// The eight memory types of MAIR_ELx.
final class MemoryTypes {
    private static final int DEVICE_KIND = 0xc;
    private static final int LOW = 0xf;
    private static final int HIGH = 0xf0;
    private static final int NIBBLE = 4;

    private MemoryTypes() {}

    /// One of them, as one of the codings that have a meaning.
    ///
    /// @param mair CD.MAIR1 and MAIR0
    /// @param index AttrIndx, 0 to 7
    static int of(long mair, int index) {
        int type = (int) (mair >>> index * Byte.SIZE) & (HIGH | LOW);
        if ((type & HIGH) == 0) {
            return type & DEVICE_KIND;
        }
        return (type & LOW) == 0 ? type | type >>> NIBBLE : type;
    }
}
