package org.vinculum.smmu.translation;

/// A stage of translation, by what software programs: the reference's own, the engine has another.
///
/// @param granule bits of a page
/// @param start the starting level
/// @param ds 52-bit descriptors for small granules
/// @param shareability where descriptors have none
/// @param oas bits of the implementation's output
record SlowStage(
        long base,
        int granule,
        int inputBits,
        int start,
        boolean ds,
        int shareability,
        int outputBits,
        boolean affd,
        boolean ha,
        boolean hd,
        int oas) {
    static final long ACCESSED = 1L << 10;
    static final long MANAGED = 1L << 51;

    static long ones(int bits) {
        return (1L << bits) - 1;
    }

    static boolean bit(long value, int number) {
        return (value >> number & 1) == 1;
    }

    /// Where a descriptor points.
    long output(long descriptor) {
        long low = descriptor & ones(48) & ~ones(granule);
        if (granule == 16) {
            return oas == 52 ? low | (descriptor >> 12 & 15) << 48 : low;
        }
        return ds ? low | (descriptor >> 48 & 3) << 48 | (descriptor >> 8 & 3) << 50 : low;
    }

    boolean isTooLarge(long output) {
        return output >>> outputBits != 0;
    }

    boolean isLeaf(long descriptor, int level) {
        if (!bit(descriptor, 0)) {
            return false;
        }
        return level == 3 ? bit(descriptor, 1) : !bit(descriptor, 1) && blockAt(level);
    }

    private boolean blockAt(int level) {
        return switch (granule) {
            case 12 -> level == 1 || level == 2 || level == 0 && ds;
            case 14 -> level == 2 || level == 1 && ds;
            default -> level == 2 || level == 1 && oas == 52;
        };
    }

    static boolean isTable(long descriptor, int level) {
        return level < 3 && (descriptor & 3) == 3;
    }

    /// Address bits that a level leaves to those below it.
    int below(int level) {
        return granule + (3 - level) * (granule - 3);
    }

    /// Where the descriptor of an address is.
    long descriptor(long table, long address, int level) {
        int high = level == start ? inputBits : below(level - 1);
        return table + ((address & ones(high)) >>> below(level)) * 8;
    }

    int share(long descriptor) {
        return ds ? shareability : (int) (descriptor >> 8 & 3);
    }

    boolean isUntouched(long descriptor) {
        return !bit(descriptor, 10) && !ha && !affd;
    }

    boolean manages(long descriptor) {
        return hd && bit(descriptor, 51);
    }
}
