package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.encoding.Shareability;
import org.vinculum.smmu.spec.translation.Descriptor;
import org.vinculum.smmu.spec.translation.OutputAddress4K;
import org.vinculum.smmu.spec.translation.Stage1Leaf;

/// A stage 1 table of the 4 KiB granule with 48 bits of input, in guest memory.
final class PageTable {
    static final int INPUT_BITS = 48;

    private static final int LEVEL_BITS = 9;
    private static final int PAGE_BITS = 12;
    private static final int LAST = 3;
    private static final int FIRST_BLOCK_LEVEL = 1;
    private static final int ENTRIES = 1 << LEVEL_BITS;
    private static final long POINTER =
            Descriptor.VALID.of(true) | Descriptor.TABLE_OR_PAGE.of(true);

    private final GuestPages pages;
    private final GuestWords words;
    private final long root;

    PageTable(GuestPages pages, GuestWords words) {
        this.pages = pages;
        this.words = words;
        this.root = pages.demand(GuestPages.PAGE);
    }

    /// What is to be forgotten because it is not in the table any more.
    interface Removals {
        /// A page or a block is gone.
        void leaf(long address, long size);

        /// A table is gone, with what it led to; called before its memory is used for anything else.
        void table(long address, long size);
    }

    long root() {
        return root;
    }

    /// The largest page or block with which a mapping can begin.
    ///
    /// @param alignment the addresses of both sides, joined
    static long step(long alignment, long size) {
        for (int level = FIRST_BLOCK_LEVEL; level < LAST; level++) {
            if ((alignment & reach(level) - 1) == 0 && size >= reach(level)) {
                return reach(level);
            }
        }
        return GuestPages.PAGE;
    }

    /// @param attributes of the leaf: everything but its kind and address
    /// @param size one that [#step] answers
    /// @throws IllegalArgumentException when something is mapped there
    void map(long address, long output, long size, long attributes, Removals removals) {
        int level = level(size);
        long at = descend(address, level);
        long found = words.get(at);
        if (isTable(found, level)) {
            words.set(at, 0);
            removals.table(address, size);
            release(table(found), level + 1);
        } else if (Descriptor.VALID.isSet(found)) {
            throw new IllegalArgumentException("mapped already: 0x" + Long.toHexString(address));
        }
        words.set(
                at,
                OutputAddress4K.PAGE.inPlace(output)
                        | attributes
                        | Descriptor.VALID.of(true)
                        | Descriptor.TABLE_OR_PAGE.of(level == LAST));
    }

    private long descend(long address, int to) {
        long table = root;
        for (int level = 0; level < to; level++) {
            long at = slot(table, address, level);
            long found = words.get(at);
            if (!Descriptor.VALID.isSet(found)) {
                found = pages.demand(GuestPages.PAGE) | POINTER;
                words.set(at, found);
            } else if (!isTable(found, level)) {
                throw new IllegalArgumentException(
                        "mapped already: 0x" + Long.toHexString(address));
            }
            table = table(found);
        }
        return slot(table, address, to);
    }

    /// Takes away what maps a piece of the input, whether it is one leaf or a table.
    ///
    /// @param size one that [#step] answers
    /// @throws IllegalArgumentException when nothing is mapped there, or a part of a block
    void unmap(long address, long size, Removals removals) {
        int level = level(size);
        long table = root;
        for (int above = 0; above < level; above++) {
            long found = words.get(slot(table, address, above));
            if (!isTable(found, above)) {
                throw new IllegalArgumentException(
                        "not mapped by itself: 0x" + Long.toHexString(address));
            }
            table = table(found);
        }
        long at = slot(table, address, level);
        long found = words.get(at);
        if (!Descriptor.VALID.isSet(found)) {
            throw new IllegalArgumentException("not mapped: 0x" + Long.toHexString(address));
        }
        words.set(at, 0);
        if (isTable(found, level)) {
            removals.table(address, size);
            release(table(found), level + 1);
        } else {
            removals.leaf(address, size);
        }
    }

    /// Gives all tables back.
    void release() {
        release(root, 0);
    }

    /// Goes at most three tables down.
    private void release(long table, int level) {
        for (int i = 0; level < LAST && i < ENTRIES; i++) {
            long found = words.get(table + (long) i * Long.BYTES);
            if (isTable(found, level)) {
                release(table(found), level + 1);
            }
        }
        pages.release(table, GuestPages.PAGE);
    }

    private static boolean isTable(long descriptor, int level) {
        return level < LAST && (descriptor & POINTER) == POINTER;
    }

    private static long table(long descriptor) {
        return OutputAddress4K.TABLE.inPlace(descriptor);
    }

    private static long reach(int level) {
        return 1L << PAGE_BITS + (LAST - level) * LEVEL_BITS;
    }

    private static int level(long size) {
        return LAST - (Long.numberOfTrailingZeros(size) - PAGE_BITS) / LEVEL_BITS;
    }

    private static long slot(long table, long address, int level) {
        return table + (address / reach(level) & ENTRIES - 1) * Long.BYTES;
    }

    /// Attributes of cached, unprivileged memory that is not for instructions.
    ///
    /// @param attribute index of the memory attribute in the context's MAIR
    static long attributes(int attribute, boolean writable) {
        return Stage1Leaf.ATTRINDX.of(attribute)
                | Stage1Leaf.AP_1.of(true)
                | Stage1Leaf.AP_2.of(!writable)
                | Stage1Leaf.SH.of(Shareability.INNER.encoding())
                | Stage1Leaf.AF.of(true)
                | Stage1Leaf.NG.of(true);
    }
}
