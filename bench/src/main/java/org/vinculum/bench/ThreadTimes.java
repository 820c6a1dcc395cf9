package org.vinculum.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// How much processor time of a thread something took each time: other processes that got the processor meanwhile are not in
/// it, whereas on the clock they are the longest times there are.
final class ThreadTimes {
    private static final int MOST = 1 << 20;
    private static final double MICROS = 1e3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long[] nanos = new long[MOST];
    private long count;
    private long began;

    void begin() {
        began = threads.getCurrentThreadCpuTime();
    }

    /// Keeps the latest million.
    void end() {
        nanos[(int) (count++ & MOST - 1)] = threads.getCurrentThreadCpuTime() - began;
    }

    /// Forgets what has been measured.
    void clear() {
        count = 0;
    }

    /// Median, 99 and 99.9 in a hundred, and the longest.
    @Override
    public String toString() {
        long[] sorted = Arrays.copyOf(nanos, (int) Math.min(count, MOST));
        Arrays.sort(sorted);
        return "median %.1f, p99 %.1f, p99.9 %.1f, longest %.1f us of processor time, %d times"
                .formatted(
                        at(sorted, 0.5),
                        at(sorted, 0.99),
                        at(sorted, 0.999),
                        at(sorted, 1),
                        sorted.length);
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * part)] / MICROS;
    }
}
