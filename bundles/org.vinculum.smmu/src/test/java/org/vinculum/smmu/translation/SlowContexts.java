package org.vinculum.smmu.translation;

/// Where context descriptors are (IHI 0070, 3.3.2), for the reference.
///
/// @param base of the table, or of the descriptor
/// @param split bits of the index that a leaf table of a two-level table resolves; 0 for a linear one
/// @param leaf where the leaf table of the only descriptor is
record SlowContexts(long base, int split, long leaf) {
    /// Where a descriptor is, before stage 2.
    long descriptor(int index) {
        return split == 0 ? base + 64L * index : leaf + 64L * (index & (1 << split) - 1);
    }

    long level1(int index) {
        return base + 8L * (index >> split);
    }

    /// Where it is in memory; a fault on the way is the walk's answer.
    long find(SlowWalk walk, int index) {
        if (split != 0) {
            walk.context(level1(index));
        }
        return walk.answer.isFault() ? -1 : walk.context(descriptor(index));
    }
}
