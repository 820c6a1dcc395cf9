package org.vinculum.smmu.walk;

/// A next-level table as a cache holds it: its physical address, and the limits that hold below it. Never 0.
final class TablePointer {
    private static final long PRESENT = 1L << 62;
    private static final long ADDRESS = (1L << 52) - (1L << 12);
    private static final int LIMITS = 0xf;

    private TablePointer() {}

    static long of(long table, int limits) {
        return PRESENT | table & ADDRESS | limits;
    }

    static long table(long pointer) {
        return pointer & ADDRESS;
    }

    static int limits(long pointer) {
        return (int) pointer & LIMITS;
    }
}
