package org.vinculum.guest.queue;

import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.board.Board;
import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.workload.FloodRing;
import org.vinculum.guest.workload.ProcessorTime;
import org.vinculum.guest.workload.Samples;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.Idr0;

/// How much processor time a guest's register accesses take.
final class RegisterTimes {
    private static final long RAM = 128L << 20;
    private static final long GUEST = 32L << 20;
    private static final int LARGEST = 19;
    private static final int TURN = 4096;
    private static final int READS = 20_000_000;
    private static final long PAGE = 4096;
    private static final int WRITES_PER_RING = 16;

    private final Samples writes = new Samples();
    private double read;
    private int ringSize;

    /// @param rings how many times the ring is filled and worked off
    RegisterTimes(Hypervisor hypervisor, String model, int rings) throws InterruptedException {
        try (Board board = new Board(hypervisor, model, 1, RAM)) {
            BoardGuest guest = board.guest("reader", GUEST);
            guest.driver();
            GuestHardware hardware = guest.hardware();
            reads(hardware);
            read = reads(hardware);
            FloodRing ring = new FloodRing(hardware, guest.pages(), LARGEST);
            ringSize = ring.size();
            for (int i = 0; i < rings; i++) {
                fullRing(board, ring, i > 0);
            }
        }
    }

    private static double reads(GuestHardware hardware) {
        long began = ProcessorTime.nanos();
        long sum = 0;
        for (int i = 0; i < READS; i++) {
            sum += hardware.read((i & 1) == 0 ? CmdqCons.OFFSET : Idr0.OFFSET, Integer.BYTES);
        }
        long took = ProcessorTime.nanos() - began;
        return sum == 0 ? Double.NaN : (double) took / READS;
    }

    /// Fills the whole ring and shows it; then shows it again and again while the hypervisor works it off.
    private void fullRing(Board board, FloodRing ring, boolean counts) throws InterruptedException {
        int room = ring.room();
        for (int i = 0; i < room; i++) {
            ring.put(Command.OPCODE.of(TlbiNhVa.NUMBER), TlbiNhVa.ADDRESS.inPlace(i * PAGE));
        }
        for (int i = 0; i < WRITES_PER_RING; i++) {
            long began = ProcessorTime.nanos();
            ring.show();
            long took = ProcessorTime.nanos() - began;
            if (counts) {
                writes.add(took);
            }
        }
        while (!ring.isEmpty()) {
            board.machine().schedule(TURN);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /// Nanoseconds of the writes of PROD with a full ring.
    Samples writes() {
        return writes;
    }

    /// Nanoseconds of a read, on average.
    double read() {
        return read;
    }

    /// Commands in the full ring.
    int ringSize() {
        return ringSize;
    }
}
