package org.vinculum.guest.workload;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// The time that a processor has spent on the current thread: what others do on a busy machine is not in it.
public final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /// In nanoseconds, from wherever it began.
    public static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
