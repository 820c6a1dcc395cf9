package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.encoding.Config;
import org.vinculum.smmu.spec.encoding.ShareabilityOverride;
import org.vinculum.smmu.spec.encoding.StreamTableFormat;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;
import org.vinculum.smmu.spec.table.StreamTableDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// The stream table in guest memory: linear, or of two levels whose second ones are made when a stream needs them. Streams
/// that nobody has attached abort.
final class StreamTable {
    private static final int SPLIT = Features.STREAM_SPLIT;
    private static final int MOST_FIRST_LEVEL_BITS = 17;
    private static final int WORDS = StreamTableEntry.SIZE / Long.BYTES;
    private static final long INCOMING =
            StreamTableEntry.SHCFG.of(ShareabilityOverride.INCOMING.encoding());

    private final GuestPages pages;
    private final GuestWords words;
    private final boolean twoLevels;
    private final int bits;
    private final long address;

    StreamTable(Features features, GuestPages pages, GuestWords words) {
        this.pages = pages;
        this.words = words;
        this.twoLevels = features.twoLevelStreams();
        if (twoLevels) {
            bits = Math.min(MOST_FIRST_LEVEL_BITS + SPLIT, features.streamBits());
            address = pages.demand((long) StreamTableDescriptor.SIZE << bits - SPLIT);
        } else {
            bits = features.streamBits();
            address = pages.demand((long) StreamTableEntry.SIZE << bits);
            abortAll(address, 1L << bits);
        }
    }

    /// For STRTAB_BASE.
    long base() {
        return StrtabBase.RA.of(true) | StrtabBase.ADDR.inPlace(address);
    }

    /// For STRTAB_BASE_CFG.
    int configuration() {
        StreamTableFormat format =
                twoLevels ? StreamTableFormat.TWO_LEVEL : StreamTableFormat.LINEAR;
        long value =
                StrtabBaseCfg.FMT.of(format.encoding())
                        | StrtabBaseCfg.LOG2SIZE.of(bits)
                        | StrtabBaseCfg.SPLIT.of(twoLevels ? SPLIT : 0);
        return (int) value;
    }

    boolean holds(int stream) {
        return Integer.toUnsignedLong(stream) < 1L << bits;
    }

    /// Where the entry of a stream is.
    ///
    /// @throws IllegalArgumentException when the table does not reach so far
    long entry(int stream) {
        if (!holds(stream)) {
            throw new IllegalArgumentException(
                    "no stream 0x" + Integer.toHexString(stream) + " in a table of 2^" + bits);
        }
        if (!twoLevels) {
            return address + (long) stream * StreamTableEntry.SIZE;
        }
        long descriptor = address + (long) (stream >>> SPLIT) * StreamTableDescriptor.SIZE;
        if (words.get(descriptor) == 0) {
            addSecondLevel(descriptor);
        }
        long second = StreamTableDescriptor.L2_PTR.inPlace(words.get(descriptor));
        return second + (long) (stream & (1 << SPLIT) - 1) * StreamTableEntry.SIZE;
    }

    private void addSecondLevel(long descriptor) {
        long second = pages.demand((long) StreamTableEntry.SIZE << SPLIT);
        abortAll(second, 1L << SPLIT);
        words.set(
                descriptor,
                StreamTableDescriptor.SPAN.of(SPLIT + 1)
                        | StreamTableDescriptor.L2_PTR.inPlace(second));
    }

    private void abortAll(long first, long count) {
        for (long i = 0; i < count; i++) {
            passive(first + i * StreamTableEntry.SIZE, Config.ABORT);
        }
    }

    /// Lets transactions of a stream abort or pass.
    ///
    /// @param config [Config#ABORT] or [Config#BYPASS]
    void passive(long entry, Config config) {
        words.set(
                entry, StreamTableEntry.V.of(true) | StreamTableEntry.CONFIG.of(config.encoding()));
        words.set(entry + Long.BYTES, INCOMING);
        words.set(entry + 2 * Long.BYTES, 0);
    }

    /// Writes all words but the one that makes the entry valid.
    void prepare(long entry, long word1) {
        words.set(entry + Long.BYTES, word1);
        for (int i = 2; i < WORDS; i++) {
            words.set(entry + (long) i * Long.BYTES, 0);
        }
    }

    /// Makes a prepared entry valid, in one store.
    void enable(long entry, long word0) {
        words.set(entry, word0);
    }
}
