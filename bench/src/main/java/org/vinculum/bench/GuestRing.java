package org.vinculum.bench;

import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;

/// The command queue of a guest whose driver has gone to rest: filled with as little effort as a processor could.
final class GuestRing {
    private static final int LARGEST = 19;

    private final GuestMachine machine;
    private final Ring ring;
    private final Ram ram;
    private final long start;
    private int producer;

    GuestRing(GuestMachine machine) {
        this.machine = machine;
        long base = machine.read(CmdqBase.OFFSET, Long.BYTES);
        ring = Ring.of(base, LARGEST, Command.SIZE);
        ram = machine.memory().ram(ring.address());
        start = ring.address() - ram.start();
        producer = register(CmdqProd.OFFSET);
    }

    int size() {
        return ring.size();
    }

    private int register(int offset) {
        return (int) machine.read(offset, Integer.BYTES);
    }

    /// Puts a command where the SMMU does not look yet.
    void put(long word0, long word1) {
        long at = start + (long) (producer & ring.size() - 1) * Command.SIZE;
        ram.setLong(at, word0);
        ram.setLong(at + Long.BYTES, word1);
        producer = ring.next(producer);
    }

    /// Shows the SMMU what has been put, and waits until all of it is consumed.
    ///
    /// @throws IllegalStateException when a command fails
    void run() {
        machine.write(CmdqProd.OFFSET, Integer.BYTES, producer);
        int consumer = register(CmdqCons.OFFSET);
        while (consumer != producer) {
            if (CmdqCons.ERR.isSet(consumer)) {
                throw new IllegalStateException("a command has failed");
            }
            machine.pause();
            consumer = register(CmdqCons.OFFSET);
        }
    }

    /// Shows the SMMU as many commands as the ring holds, whatever they are.
    void showFull() {
        int consumer = CmdqCons.RD.get(register(CmdqCons.OFFSET));
        machine.write(CmdqProd.OFFSET, Integer.BYTES, ring.position(consumer + ring.size()));
    }
}
