package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.encoding.S1Fmt;
import org.vinculum.smmu.spec.table.ContextDescriptor;
import org.vinculum.smmu.spec.table.ContextTableDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// The context descriptors of one device: linear, or of two levels with 1024 in each second one.
final class ContextTable {
    private static final int LEAF_BITS = 10;

    private final GuestPages pages;
    private final GuestWords words;
    private final int bits;
    private final boolean twoLevels;
    private final long address;

    /// @param bits of the substreams that the device has
    ContextTable(Features features, int bits, GuestPages pages, GuestWords words) {
        this.pages = pages;
        this.words = words;
        this.bits =
                Math.min(
                        bits,
                        features.twoLevelContexts()
                                ? features.substreamBits()
                                : Math.min(LEAF_BITS, features.substreamBits()));
        this.twoLevels = this.bits > LEAF_BITS;
        this.address = pages.demand(size());
    }

    private long size() {
        return twoLevels
                ? (long) ContextTableDescriptor.SIZE << bits - LEAF_BITS
                : (long) ContextDescriptor.SIZE << bits;
    }

    /// S1Fmt, S1ContextPtr and S1CDMax of the stream table entry.
    long word0() {
        S1Fmt format = twoLevels ? S1Fmt.TWO_LEVEL_64K : S1Fmt.LINEAR;
        return StreamTableEntry.S1_FMT.of(format.encoding())
                | StreamTableEntry.S1_CONTEXT_PTR.inPlace(address)
                | StreamTableEntry.S1CD_MAX.of(bits);
    }

    boolean holds(int substream) {
        return substream >= 0 && substream < 1 << bits;
    }

    /// Whether [#descriptor] has to make a table first, which the SMMU has to be told of.
    boolean lacksTable(int substream) {
        return twoLevels && words.get(first(substream)) == 0;
    }

    /// Where the descriptor of a substream is.
    long descriptor(int substream) {
        if (!twoLevels) {
            return address + (long) substream * ContextDescriptor.SIZE;
        }
        if (lacksTable(substream)) {
            long second = pages.demand((long) ContextDescriptor.SIZE << LEAF_BITS);
            words.set(
                    first(substream),
                    ContextTableDescriptor.V.of(true)
                            | ContextTableDescriptor.L2_PTR.inPlace(second));
        }
        long second = ContextTableDescriptor.L2_PTR.inPlace(words.get(first(substream)));
        return second + (long) (substream & (1 << LEAF_BITS) - 1) * ContextDescriptor.SIZE;
    }

    private long first(int substream) {
        return address + (long) (substream >>> LEAF_BITS) * ContextTableDescriptor.SIZE;
    }

    /// Gives the tables back.
    void release() {
        if (twoLevels) {
            for (long at = address; at < address + size(); at += ContextTableDescriptor.SIZE) {
                long second = ContextTableDescriptor.L2_PTR.inPlace(words.get(at));
                if (second != 0) {
                    pages.release(second, (long) ContextDescriptor.SIZE << LEAF_BITS);
                }
            }
        }
        pages.release(address, size());
    }
}
