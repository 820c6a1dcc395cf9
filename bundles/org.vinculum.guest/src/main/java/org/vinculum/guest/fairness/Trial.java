package org.vinculum.guest.fairness;

import java.util.List;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.board.Board;
import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.workload.BatchedInvalidations;
import org.vinculum.guest.workload.SteadyGuest;

/// One machine with one SMMU, some guests that flood, and one that is measured. The floods go on whenever the measured
/// guest's processor waits, and between its cycles.
final class Trial {
    private static final long RAM = 3L << 30;
    private static final long GUEST = 8L << 20;
    private static final int TURN = 64;

    // an invalidation and its CMD_SYNC
    private static final int OWN_COMMANDS = 2;

    private final Hypervisor hypervisor;
    private final String model;
    private final int guests;
    private final List<Flood> kinds;

    /// @param guests that flood
    Trial(Hypervisor hypervisor, String model, int guests, List<Flood> kinds) {
        this.hypervisor = hypervisor;
        this.model = model;
        this.guests = guests;
        this.kinds = kinds;
    }

    /// Lets a guest map, use and unmap pages, one after the other.
    ///
    /// @param part of its fair share of host commands that it asks for, as one to this many
    SteadyGuest latency(int cycles, int part) throws InterruptedException {
        try (Board board = new Board(hypervisor, model, 1, RAM)) {
            BoardGuest guest = board.guest("steady", GUEST);
            GuestDriver driver = guest.driver(DriverOptions.ordinary());
            AddressSpace space = driver.addressSpace();
            driver.device(DeviceDescription.of(1)).attach(space);
            SteadyGuest steady =
                    new SteadyGuest(
                            space, guest.device(0), guest.pages().demand(1), board::hostCommands);
            Crowd crowd = new Crowd(board, guests, kinds);
            board.others(crowd::step);
            for (int i = 0; i < cycles; i++) {
                crowd.step();
                board.machine().schedule(Math.max(1, OWN_COMMANDS * part * guests));
                steady.step();
                endIfInterrupted();
            }
            return steady;
        }
    }

    /// Lets a guest keep its queue full of batches.
    ///
    /// @return its part of all commands that the SMMU was given, times the number of guests: 1 is its fair share
    double share(int rounds) throws InterruptedException {
        try (Board board = new Board(hypervisor, model, 1, RAM)) {
            BoardGuest guest = board.guest("busy", GUEST);
            guest.driver(DriverOptions.ordinary());
            BatchedInvalidations busy = new BatchedInvalidations(guest.hardware(), guest.pages());
            Crowd crowd = new Crowd(board, guests, kinds);
            long own = guest.traffic().hostCommands();
            long all = board.hostCommands();
            for (int i = 0; i < rounds; i++) {
                crowd.step();
                busy.step();
                board.machine().schedule(TURN);
                endIfInterrupted();
            }
            own = guest.traffic().hostCommands() - own;
            all = board.hostCommands() - all;
            return (guests + 1) * (double) own / all;
        }
    }

    private static void endIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
