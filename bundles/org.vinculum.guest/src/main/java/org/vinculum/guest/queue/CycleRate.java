package org.vinculum.guest.queue;

import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.board.Board;
import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.workload.ProcessorTime;
import org.vinculum.guest.workload.SteadyGuest;

/// How many cycles of map, DMA of one page and unmap a guest's driver goes through.
final class CycleRate {
    private static final long RAM = 64L << 20;
    private static final long GUEST = 8L << 20;
    private static final double SECOND = 1e9;

    private CycleRate() {}

    /// @param nanos how long to measure, after as long a time that does not count
    /// @return cycles each second of processor time
    static double measure(Hypervisor hypervisor, String model, long nanos)
            throws InterruptedException {
        try (Board board = new Board(hypervisor, model, 1, RAM)) {
            BoardGuest guest = board.guest("steady", GUEST);
            GuestDriver driver = guest.driver();
            AddressSpace space = driver.addressSpace();
            driver.device(DeviceDescription.of(1)).attach(space);
            SteadyGuest steady =
                    new SteadyGuest(space, guest.device(0), guest.pages().demand(1), () -> 0);
            run(steady, nanos);
            return run(steady, nanos);
        }
    }

    private static double run(SteadyGuest steady, long nanos) throws InterruptedException {
        long began = ProcessorTime.nanos();
        long took;
        int cycles = 0;
        do {
            steady.step();
            cycles++;
            took = ProcessorTime.nanos() - began;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        } while (took < nanos);
        return cycles * SECOND / took;
    }
}
