package org.vinculum.guest.queue;

import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.board.Board;
import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.workload.BatchedInvalidations;
import org.vinculum.guest.workload.ProcessorTime;

/// How many invalidations a guest gets through, in batches of 64 and a CMD_SYNC.
///
/// @param invalidations each second of processor time
/// @param hostCommands on all host rings for each command of the guest
record CommandRate(double invalidations, double hostCommands) {
    private static final long RAM = 64L << 20;
    private static final long GUEST = 8L << 20;
    private static final int TURN = 256;
    private static final double SECOND = 1e9;

    /// @param smmus physical ones behind the virtual one
    /// @param nanos how long to measure, after as long a time that does not count
    static CommandRate measure(Hypervisor hypervisor, String model, int smmus, long nanos)
            throws InterruptedException {
        try (Board board = new Board(hypervisor, model, smmus, RAM)) {
            BoardGuest guest = board.guest("busy", GUEST);
            guest.driver();
            BatchedInvalidations busy = new BatchedInvalidations(guest.hardware(), guest.pages());
            run(board, busy, nanos);
            GuestTraffic before = guest.traffic();
            long began = ProcessorTime.nanos();
            long batches = run(board, busy, nanos);
            double seconds = (ProcessorTime.nanos() - began) / SECOND;
            GuestTraffic after = guest.traffic();
            return new CommandRate(
                    batches * BatchedInvalidations.BATCH / seconds,
                    (double) (after.hostCommands() - before.hostCommands())
                            / (after.commands() - before.commands()));
        }
    }

    private static long run(Board board, BatchedInvalidations busy, long nanos)
            throws InterruptedException {
        long batches = busy.batches();
        long began = ProcessorTime.nanos();
        while (ProcessorTime.nanos() - began < nanos) {
            busy.step();
            board.machine().schedule(TURN);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        while (!busy.isIdle()) {
            board.machine().schedule(TURN);
        }
        return busy.batches() - batches;
    }
}
