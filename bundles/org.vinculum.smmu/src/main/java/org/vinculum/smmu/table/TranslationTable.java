package org.vinculum.smmu.table;

/// Where a stage's table is and how it is walked (VMSAv8-64): everything that does not depend on the address, computed
/// once.
///
/// @param base of the starting-level table, aligned as its size asks
/// @param pageBits address bits of a page
/// @param stride address bits that a level after the first resolves
/// @param inputBits address bits that are translated
/// @param startShift address bits below the index into the starting-level table
/// @param largestBlock address bits of the largest block that a descriptor may describe
/// @param outputBits what comes out must fit in
/// @param layout how descriptors hold an address
/// @param bigEndian byte order of descriptors
public record TranslationTable(
        long base,
        int pageBits,
        int stride,
        int inputBits,
        int startShift,
        int largestBlock,
        int outputBits,
        AddressLayout layout,
        boolean bigEndian) {
    private static final int LOG2_DESCRIPTOR = 3;
    private static final int LOG2_LEAST_ALIGNMENT = 4;
    private static final int LOG2_LARGE_ALIGNMENT = 6;

    /// @param wide CD.DS or STE.S2DS is effective
    /// @param implementedBits output size of the implementation
    static TranslationTable of(
            long base,
            Granule granule,
            int inputBits,
            int startLevel,
            boolean wide,
            int outputBits,
            int implementedBits,
            boolean bigEndian) {
        int startShift = granule.shift(startLevel);
        return new TranslationTable(
                aligned(base, inputBits - startShift, outputBits),
                granule.pageBits(),
                granule.stride(),
                inputBits,
                startShift,
                granule.largestBlock(wide, implementedBits),
                outputBits,
                AddressLayout.of(granule, wide, implementedBits),
                bigEndian);
    }

    private static long aligned(long base, int log2Entries, int outputBits) {
        int least = outputBits >= AddressSizes.LARGE ? LOG2_LARGE_ALIGNMENT : LOG2_LEAST_ALIGNMENT;
        return base & -1L << Math.max(least, log2Entries + LOG2_DESCRIPTOR);
    }

    /// Where the walk begins.
    ///
    /// @param address within [#inputBits()], or sign-extended beyond
    public long firstDescriptor(long address) {
        long index = (address & (1L << inputBits) - 1) >>> startShift;
        return base + (index << LOG2_DESCRIPTOR);
    }

    /// Where it goes on in a next-level table.
    ///
    /// @param shift address bits below the table's index
    public long nextDescriptor(long table, long address, int shift) {
        long index = address >>> shift & (1L << stride) - 1;
        return table | index << LOG2_DESCRIPTOR;
    }
}
