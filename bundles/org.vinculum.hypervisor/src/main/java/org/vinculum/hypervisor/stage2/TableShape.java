package org.vinculum.hypervisor.stage2;

import org.vinculum.smmu.spec.encoding.Granule;

/// How the tables for a size of addresses hang together: VMSAv8-64, 4 KiB granule (DDI 0487, D8.2).
///
/// Walks start at level 1 wherever 16 concatenated tables reach, else at level 0: never lower, so that blocks of 1 GiB can be
/// used, and with as few steps as that allows.
///
/// @param start level at which walks start
record TableShape(int inputBits, int start) {
    static final int LAST_LEVEL = 3;

    /// The level of the largest blocks.
    static final int BLOCKS_FROM = 1;

    static final int ENTRIES = 1 << Granule.KB_4.indexBits();

    private static final int LOG2_CONCATENATED = 4;

    static TableShape of(int inputBits) {
        int reach = log2Span(BLOCKS_FROM) + Granule.KB_4.indexBits() + LOG2_CONCATENATED;
        return new TableShape(inputBits, inputBits <= reach ? 1 : 0);
    }

    private static int log2Span(int level) {
        return Granule.KB_4.log2() + Granule.KB_4.indexBits() * (LAST_LEVEL - level);
    }

    /// Bytes that one entry of a level is for.
    static long span(int level) {
        return 1L << log2Span(level);
    }

    /// The first address that the same entry of a level is for.
    static long begin(long ipa, int level) {
        return ipa & -span(level);
    }

    /// Bytes of input addresses.
    long inputSize() {
        return 1L << inputBits;
    }

    /// Number of entries of a table of a level; at the start, of all concatenated ones.
    int entries(int level) {
        return level == start ? 1 << inputBits - log2Span(level) : ENTRIES;
    }

    /// Which entry of its table of a level is for an address.
    int index(long ipa, int level) {
        return (int) (ipa >>> log2Span(level)) & entries(level) - 1;
    }
}
