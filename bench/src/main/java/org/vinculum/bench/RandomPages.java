package org.vinculum.bench;

/// Addresses of pages at random, the same ones each time, for the price of a multiplication.
final class RandomPages {
    private long state = 1;

    /// @param log2Pages of how many pages from 0 on
    long next(int log2Pages) {
        state = state * 0x5851_f42d_4c95_7f2dL + 0x1405_7b7e_f767_814fL;
        return state >>> Long.SIZE - log2Pages << 12;
    }
}
