package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// Where a stage 2 walk starts: S2SL0 and S2SL0_2, and whether they suit the input size (VMSAv8-64, stage 2 starting level
/// and concatenated tables).
final class Stage2Start {
    /// What [#level] answers for a coding that has no level.
    static final int RESERVED = Integer.MIN_VALUE;

    private static final int LOG2_CONCATENATED = 4;
    private static final int LEAST_BITS_FOR_LEVEL_0_OF_4K = 44;
    private static final int LEAST_BITS_FOR_LEVEL_1_OF_16K = 42;
    private static final int LEAST_BITS_FOR_LEVEL_1_OF_64K = 44;

    private Stage2Start() {}

    static int level(
            StreamTableEntry entry, Granule granule, boolean wide, Identification identification) {
        int coded = entry.get(StreamTableEntry.S2SL0);
        return switch (granule) {
            case KIB_4 ->
                    wide && entry.has(StreamTableEntry.S2SL0_2)
                            ? coded == 0 ? -1 : RESERVED
                            : levelOf4K(coded, identification);
            case KIB_16 -> levelOf16K(coded, wide, identification);
            case KIB_64 -> levelOf64K(coded, identification);
        };
    }

    private static int levelOf4K(int coded, Identification identification) {
        return switch (coded) {
            case 0 -> 2;
            case 1 -> 1;
            case 2 -> identification.outputBits() < LEAST_BITS_FOR_LEVEL_0_OF_4K ? RESERVED : 0;
            default -> identification.stt() ? Granule.LAST_LEVEL : RESERVED;
        };
    }

    private static int levelOf16K(int coded, boolean wide, Identification identification) {
        return switch (coded) {
            case 0 -> Granule.LAST_LEVEL;
            case 1 -> 2;
            case 2 -> identification.outputBits() < LEAST_BITS_FOR_LEVEL_1_OF_16K ? RESERVED : 1;
            default -> wide ? 0 : RESERVED;
        };
    }

    private static int levelOf64K(int coded, Identification identification) {
        return switch (coded) {
            case 0 -> Granule.LAST_LEVEL;
            case 1 -> 2;
            case 2 -> identification.outputBits() < LEAST_BITS_FOR_LEVEL_1_OF_64K ? RESERVED : 1;
            default -> RESERVED;
        };
    }

    /// Whether a level resolves an input: at least one bit, at most a table's bits and those of 16 concatenated tables.
    static boolean fits(int inputBits, Granule granule, int level) {
        int below = granule.shift(level);
        return inputBits > below && inputBits <= below + granule.stride() + LOG2_CONCATENATED;
    }
}
