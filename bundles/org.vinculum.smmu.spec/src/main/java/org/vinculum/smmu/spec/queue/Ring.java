package org.vinculum.smmu.spec.queue;

import org.vinculum.smmu.spec.register.EventqBase;

/// Where the entries of a circular queue lie and how its indexes move (IHI 0070, 3.5.1). An index has the wrap bit above it;
/// what a register has above that is ignored.
///
/// @param address of the first entry
/// @param log2Size binary logarithm of the number of entries
/// @param entrySize bytes of an entry
public record Ring(long address, int log2Size, int entrySize) {
    private static final int LEAST_ALIGNMENT = 32;

    /// @param base value of a queue's BASE register; all of them have the same fields
    /// @param highestLog2 the largest size implemented, as in IDR1
    public static Ring of(long base, int highestLog2, int entrySize) {
        int log2Size = Math.min((int) EventqBase.LOG2SIZE.get(base), highestLog2);
        long bytes = Math.max(LEAST_ALIGNMENT, (long) entrySize << log2Size);
        return new Ring(EventqBase.ADDR.inPlace(base) & -bytes, log2Size, entrySize);
    }

    /// How many entries it has.
    public int size() {
        return 1 << log2Size;
    }

    public boolean empty(int producer, int consumer) {
        return position(producer) == position(consumer);
    }

    public boolean full(int producer, int consumer) {
        return position(producer ^ consumer) == size();
    }

    /// How many entries wait between two indexes, 0 to [#size()]; more than that says that one of them is wrong.
    public int filled(int producer, int consumer) {
        return position(producer - consumer);
    }

    /// The position after another one.
    public int next(int position) {
        return position(position + 1);
    }

    /// The address of the entry at a position.
    public long entry(int position) {
        return address + (long) (position & size() - 1) * entrySize;
    }

    /// An index with its wrap bit and nothing above.
    public int position(int register) {
        return register & 2 * size() - 1;
    }
}
