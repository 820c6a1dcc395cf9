package org.vinculum.guest.workload;

import java.util.Arrays;

/// Values that were measured, for percentiles. Belongs to one thread.
public final class Samples {
    private static final int FIRST = 1024;
    private static final double WHOLE = 100;

    private long[] values = new long[FIRST];
    private int count;

    public void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    public int count() {
        return count;
    }

    /// The least value that `percent` of all do not exceed; 0 without values.
    ///
    /// @param percent above 0, at most 100
    public long percentile(double percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(percent / WHOLE * count) - 1];
    }

    public long most() {
        return percentile(WHOLE);
    }
}
