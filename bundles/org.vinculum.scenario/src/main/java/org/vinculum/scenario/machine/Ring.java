package org.vinculum.scenario.machine;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// Where the entries of a queue are, and how its indexes count (IHI 0070, 3.5.1).
///
/// @param base address of entry 0
/// @param log2Size of the number of entries
/// @param entrySize in bytes
record Ring(long base, int log2Size, int entrySize) {
    private static final Bits ADDRESS = bits(55, 5);
    private static final Bits LOG2SIZE = bits(4, 0);
    private static final int LEAST_ALIGNMENT = 32;

    /// @param register the value of the queue's BASE register
    /// @param most what IDR1 allows as the logarithm of the size
    static Ring of(long register, int most, int entrySize) {
        int log2Size = Math.min((int) LOG2SIZE.get(register), most);
        long alignment = Math.max(LEAST_ALIGNMENT, (long) entrySize << log2Size);
        long base = ADDRESS.inPlace(register);
        return new Ring(base - base % alignment, log2Size, entrySize);
    }

    /// An index without the bits above its wrap bit.
    int index(int register) {
        return new Bits(log2Size, 0).get(register);
    }

    int next(int index) {
        return index(index + 1);
    }

    boolean isFull(int producer, int consumer) {
        return index(producer ^ consumer) == 1 << log2Size;
    }

    /// How many entries are between the two.
    int filled(int producer, int consumer) {
        return index(producer - consumer);
    }

    int size() {
        return 1 << log2Size;
    }

    long address(int index) {
        return base + (long) (index & size() - 1) * entrySize;
    }
}
