package org.vinculum.hypervisor.host.ring;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;

/// The entries of a command ring as bytes in memory, and as nothing else: what they were is read back from there.
final class CommandMemory {
    private final PhysicalMemory memory;
    private final Ring ring;
    private Ram ram;

    CommandMemory(PhysicalMemory memory, Ring ring) {
        this.memory = memory;
        this.ring = ring;
        this.ram = memory.ram(ring.address());
    }

    void set(long position, long word0, long word1) {
        long offset = offset(position);
        ram.setLong(offset, word0);
        ram.setLong(offset + Long.BYTES, word1);
    }

    long word0(long position) {
        return ram.getLong(offset(position));
    }

    /// In the RAM that holds the entry, which may be one of several.
    private long offset(long position) {
        long address = ring.entry((int) position);
        if (!ram.holds(address, Command.SIZE)) {
            ram = memory.ram(address);
        }
        return address - ram.start();
    }
}
