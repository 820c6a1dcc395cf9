package org.vinculum.viommu.command;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.viommu.register.GuestRegisters;

/// The guest's command queue in its memory. An entry is read once; what the guest writes there later does not matter.
final class GuestRing {
    private final PhysicalMemory memory;
    private int highestLog2;
    private long base;
    private Ring ring;
    private Ram ram;
    private int consumer;
    private int producer;
    private long consumed;

    GuestRing(PhysicalMemory memory) {
        this.memory = memory;
        this.ring = Ring.of(0, highestLog2, Command.SIZE);
    }

    /// Takes over what the registers say.
    ///
    /// @param most IDR1.CMDQS
    void follow(GuestRegisters registers, int most) {
        long now = registers.cmdqBase();
        if (now != base || most != highestLog2) {
            base = now;
            highestLog2 = most;
            ring = Ring.of(base, highestLog2, Command.SIZE);
        }
        producer = ring.position(registers.cmdqProd());
        consumer = ring.position(registers.cmdqCons());
    }

    boolean empty() {
        return consumer == producer;
    }

    /// How many entries wait.
    int waiting() {
        return Math.min(ring.size(), ring.filled(producer, consumer));
    }

    int consumer() {
        return consumer;
    }

    /// @param entries that are done with, the next one and those behind it
    void consume(int entries) {
        consumer = ring.position(consumer + entries);
        consumed += entries;
    }

    /// Entries that have ever been done with.
    long consumed() {
        return consumed;
    }

    /// Whether there is an entry so far behind the next one.
    boolean reaches(int ahead) {
        return ring.filled(producer, consumer) > ahead;
    }

    /// Reads the next entry, or one behind it.
    ///
    /// @return false when there is no memory
    boolean fetch(int ahead, CommandInProgress into) {
        long address = ring.entry(consumer + ahead);
        if (ram == null || !ram.holds(address, Command.SIZE)) {
            ram = memory.ram(address);
        }
        if (ram == null || !ram.holds(address, Command.SIZE)) {
            return false;
        }
        long offset = address - ram.start();
        into.begin(ram.getLongAcquire(offset), ram.getLongAcquire(offset + Long.BYTES));
        return true;
    }
}
