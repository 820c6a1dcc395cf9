package org.vinculum.smmu.walk;

import org.vinculum.memory.Ram;

/// Reads descriptors and sets flags in them, whatever their byte order.
final class Flags {
    /// How often a descriptor may change under the hand of a walk before that counts as an external abort: a guest that
    /// keeps rewriting its tables must not hold a walk for ever.
    static final int MOST_ATTEMPTS = 64;

    private Flags() {}

    static long read(Ram ram, long address, boolean bigEndian) {
        long value = ram.getLongAcquire(address - ram.start());
        return bigEndian ? Long.reverseBytes(value) : value;
    }

    /// @return false when the descriptor is not `seen` any more
    static boolean update(Ram ram, long address, boolean bigEndian, long seen, long updated) {
        return ram.compareAndSetLong(
                address - ram.start(),
                bigEndian ? Long.reverseBytes(seen) : seen,
                bigEndian ? Long.reverseBytes(updated) : updated);
    }
}
