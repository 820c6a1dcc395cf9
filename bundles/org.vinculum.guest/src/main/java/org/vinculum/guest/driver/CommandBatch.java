package org.vinculum.guest.driver;

/// Commands that are given together: 64 at a time, and one CMD_SYNC behind the last of them.
final class CommandBatch {
    static final int SIZE = 64;

    private final CommandQueue queue;
    private final boolean earlySyncs;
    private final long[] entries = new long[2 * SIZE];
    private int count;

    /// @param earlySyncs the last place of a full batch is for a CMD_SYNC (MMU-700, erratum 2812531)
    CommandBatch(CommandQueue queue, boolean earlySyncs) {
        this.queue = queue;
        this.earlySyncs = earlySyncs;
    }

    void add(long word0, long word1) {
        if (count == SIZE || earlySyncs && count == SIZE - 1) {
            queue.issue(entries, count, earlySyncs);
            count = 0;
        }
        entries[2 * count] = word0;
        entries[2 * count + 1] = word1;
        count++;
    }

    /// @return false when waiting for them was given up
    boolean submit() {
        int given = count;
        count = 0;
        return queue.issue(entries, given, true);
    }

    /// Gives one command without waiting for it.
    void give(long word0, long word1) {
        queue.issue(new long[] {word0, word1}, 1, false);
    }
}
