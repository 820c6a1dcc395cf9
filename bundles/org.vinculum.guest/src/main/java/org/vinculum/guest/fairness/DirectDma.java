package org.vinculum.guest.fairness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.board.Board;
import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.workload.ProcessorTime;
import org.vinculum.guest.workload.Samples;

/// DMA of a guest without a virtual SMMU, with and without guests that flood on another processor: its rate in the time of
/// its own processor, and how often it had to wait for others.
final class DirectDma {
    private static final long RAM = 3L << 30;
    private static final long GUEST = 8L << 20;
    private static final int TURN = 64;
    private static final long SLICE = 40_000_000L;
    private static final int READS = 256;
    private static final int PAGE = 4096;
    private static final int MEDIAN = 50;

    private volatile boolean flooding;
    private volatile boolean ended;

    /// What was found.
    ///
    /// @param ratio median rate with the floods against the median without, in slices of 40 ms by turns
    /// @param waits times the device's thread was stopped by a lock
    record Found(double ratio, long waits) {}

    Found find(Hypervisor hypervisor, String model, int guests, List<Flood> kinds, int slices)
            throws InterruptedException {
        try (Board board = new Board(hypervisor, model, 1, RAM)) {
            BoardGuest guest = board.guestWithoutSmmu("direct", GUEST);
            DmaDevice device = guest.device(0);
            Crowd crowd = new Crowd(board, guests, kinds);
            Thread other = Thread.ofPlatform().daemon().start(() -> flood(board, crowd));
            try {
                return measure(device, slices);
            } finally {
                ended = true;
                other.join();
            }
        }
    }

    private void flood(Board board, Crowd crowd) {
        while (!ended) {
            if (flooding) {
                crowd.step();
                board.machine().schedule(TURN);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private Found measure(DmaDevice device, int slices) throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        long waits = 0;
        Samples quiet = new Samples();
        Samples noisy = new Samples();
        for (int i = 0; i < slices; i++) {
            flooding = false;
            long without = slice(device);
            flooding = true;
            long with = slice(device);
            if (i == 0) {
                // classes have been loaded, which waits too
                waits = waits(threads.getThreadInfo(self));
            } else {
                quiet.add(without);
                noisy.add(with);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return new Found(
                (double) noisy.percentile(MEDIAN) / quiet.percentile(MEDIAN),
                waits(threads.getThreadInfo(self)) - waits);
    }

    private static long waits(ThreadInfo thread) {
        return thread.getBlockedCount() + thread.getWaitedCount();
    }

    private static long slice(DmaDevice device) {
        long began = ProcessorTime.nanos();
        long reads = 0;
        while (ProcessorTime.nanos() - began < SLICE) {
            for (int i = 0; i < READS; i++) {
                device.reaches(BoardGuest.RAM + (long) i * PAGE, false);
            }
            reads += READS;
        }
        return reads;
    }
}
