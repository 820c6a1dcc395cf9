package org.vinculum.hypervisor.stage2;

/// Empties tables: whole entries go, tables that are empty go with them, blocks of which a part stays become tables first.
final class Unmapper {
    private final TablePages pages;
    private final TableShape shape;
    private final Invalidation breaking;

    /// @param breaking makes SMMUs forget a block before it becomes a table
    Unmapper(TablePages pages, TableShape shape, Invalidation breaking) {
        this.pages = pages;
        this.shape = shape;
        this.breaking = breaking;
    }

    void unmap(long ipa, long size) {
        clear(pages.start(), shape.start(), ipa, ipa + size);
    }

    private void clear(long table, int level, long from, long to) {
        long span = TableShape.span(level);
        long end;
        for (long at = from; at < to; at = end) {
            long block = TableShape.begin(at, level);
            end = Math.min(block + span, to);
            int index = shape.index(at, level);
            long entry = pages.read(table, index);
            if (!Descriptors.valid(entry)) {
                continue;
            }
            if (end - at == span) {
                drop(table, index, level, entry);
            } else {
                if (!Descriptors.isTable(entry, level)) {
                    entry = split(table, index, level, entry, block);
                }
                long below = Descriptors.address(entry);
                clear(below, level + 1, at, end);
                if (pages.isEmpty(below, shape.index(end - 1, level + 1))) {
                    drop(table, index, level, entry);
                }
            }
        }
    }

    private void drop(long table, int index, int level, long entry) {
        pages.write(table, index, 0);
        if (Descriptors.isTable(entry, level)) {
            pages.retire(Descriptors.address(entry), level + 1);
        }
    }

    /// Replaces a block by a table of smaller ones that lead to the same.
    ///
    /// @return the entry that leads to the table
    private long split(long table, int index, int level, long block, long ipa) {
        long below = pages.allocate();
        long span = TableShape.span(level + 1);
        for (int i = 0; i < TableShape.ENTRIES; i++) {
            long physical = Descriptors.address(block) + i * span;
            pages.write(
                    below, i, Descriptors.leaf(Descriptors.attributes(block), physical, level + 1));
        }
        long entry = Descriptors.table(below);
        if (breaking != Invalidation.NONE) {
            pages.write(table, index, 0);
            breaking.invalidate(ipa, TableShape.span(level));
        }
        pages.write(table, index, entry);
        return entry;
    }
}
