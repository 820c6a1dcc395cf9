package org.vinculum.hypervisor.stage2;

/// Fills tables: for each part of what is to be mapped the largest block that starts there and fits.
final class Mapper {
    private final TablePages pages;
    private final TableShape shape;

    Mapper(TablePages pages, TableShape shape) {
        this.pages = pages;
        this.shape = shape;
    }

    /// Whether some of it is mapped.
    boolean anythingIn(long ipa, long size) {
        return anythingIn(pages.start(), shape.start(), ipa, ipa + size);
    }

    private boolean anythingIn(long table, int level, long from, long to) {
        long next;
        for (long at = from; at < to; at = next) {
            next = TableShape.begin(at, level) + TableShape.span(level);
            long entry = pages.read(table, shape.index(at, level));
            boolean deeper = Descriptors.isTable(entry, level);
            if (deeper
                    ? anythingIn(Descriptors.address(entry), level + 1, at, Math.min(next, to))
                    : Descriptors.valid(entry)) {
                return true;
            }
        }
        return false;
    }

    /// Maps what is not mapped.
    ///
    /// @param attributes of [Descriptors]
    void map(long ipa, long physical, long size, long attributes) {
        for (long done = 0; done < size; ) {
            done += run(ipa + done, physical + done, size - done, attributes);
        }
    }

    /// Maps the first part: as many blocks of one size as one table holds.
    ///
    /// @return bytes of it
    private long run(long ipa, long physical, long size, long attributes) {
        int level = level(ipa | physical, size);
        long span = TableShape.span(level);
        long table = table(ipa, level);
        int first = shape.index(ipa, level);
        long count = Math.min(shape.entries(level) - first, size / span);
        for (int i = 0; i < count; i++) {
            long leaf = Descriptors.leaf(attributes, physical + i * span, level);
            pages.write(table, first + i, leaf);
        }
        return count * span;
    }

    private static int level(long addresses, long size) {
        int level = TableShape.BLOCKS_FROM;
        while (size < TableShape.span(level) || addresses % TableShape.span(level) != 0) {
            level++;
        }
        return level;
    }

    /// The table of a level for an address, made where it is missing.
    private long table(long ipa, int level) {
        long table = pages.start();
        for (int at = shape.start(); at < level; at++) {
            int index = shape.index(ipa, at);
            long entry = pages.read(table, index);
            if (!Descriptors.isTable(entry, at)) {
                entry = Descriptors.table(pages.allocate());
                pages.write(table, index, entry);
            }
            table = Descriptors.address(entry);
        }
        return table;
    }
}
