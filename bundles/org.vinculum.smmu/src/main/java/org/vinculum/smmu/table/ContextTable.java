package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.table.ContextDescriptor;
import org.vinculum.smmu.spec.table.ContextTableDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// Where a stream's context descriptors are (IHI 0070, 3.3.2).
///
/// @param base an IPA when stage 2 translates
/// @param log2Size how many there are: 2^S1CDMax
/// @param split substream bits that a second-level table resolves; 0 for a linear table
/// @param missing what a transaction without substream does
public record ContextTable(long base, int log2Size, int split, MissingSubstream missing) {
    private static final int FORMAT_4K = 1;
    private static final int FORMAT_64K = 2;
    private static final int SPLIT_4K = 6;
    private static final int SPLIT_64K = 10;

    /// STE.S1DSS.
    public enum MissingSubstream {
        TERMINATE,
        BYPASS_STAGE_1,
        USE_SUBSTREAM_0
    }

    static ContextTable of(StreamTableEntry entry, Identification identification) {
        int log2Size = identification.ssidSize() == 0 ? 0 : entry.get(StreamTableEntry.S1CD_MAX);
        int split = log2Size == 0 ? 0 : split(entry.get(StreamTableEntry.S1_FMT));
        return new ContextTable(
                aligned(entry.s1ContextPtr(), log2Size, split),
                log2Size,
                split,
                missing(entry.get(StreamTableEntry.S1DSS)));
    }

    private static int split(int format) {
        return switch (format) {
            case FORMAT_4K -> SPLIT_4K;
            case FORMAT_64K -> SPLIT_64K;
            default -> 0;
        };
    }

    private static MissingSubstream missing(int coded) {
        return switch (coded) {
            case 1 -> MissingSubstream.BYPASS_STAGE_1;
            case 2 -> MissingSubstream.USE_SUBSTREAM_0;
            default -> MissingSubstream.TERMINATE;
        };
    }

    /// A table is aligned to its size.
    private static long aligned(long base, int log2Size, int split) {
        long size =
                split == 0
                        ? (long) ContextDescriptor.SIZE << log2Size
                        : (long) ContextTableDescriptor.SIZE << Math.max(0, log2Size - split);
        return base & -size;
    }

    public boolean hasSubstreams() {
        return log2Size > 0;
    }

    public boolean twoLevels() {
        return split > 0;
    }

    /// Where the descriptor of a substream is, in a linear table.
    public long descriptor(int substream) {
        return base + (long) substream * ContextDescriptor.SIZE;
    }

    /// Where a substream's level-1 descriptor is.
    public long level1Descriptor(int substream) {
        return base + (long) (substream >>> split) * ContextTableDescriptor.SIZE;
    }

    /// Where the descriptor of a substream is, in a second-level table.
    public long level2Descriptor(long table, int substream) {
        return table + (long) (substream & (1 << split) - 1) * ContextDescriptor.SIZE;
    }
}
