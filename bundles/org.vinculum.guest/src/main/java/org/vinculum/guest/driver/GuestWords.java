package org.vinculum.guest.driver;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// Memory word by word, as a processor of the guest uses it. Belongs to one thread.
final class GuestWords {
    private final PhysicalMemory memory;
    private final MovingMemory moving;
    private Ram last;
    private int place;

    GuestWords(PhysicalMemory memory) {
        this.memory = memory;
        this.moving = memory instanceof MovingMemory moves ? moves : null;
    }

    /// @param address a multiple of 8
    long get(long address) {
        Ram ram = at(address);
        return ram.getLongAcquire(address - ram.start());
    }

    /// Written after everything that was written before.
    ///
    /// @param address a multiple of 8
    void set(long address, long value) {
        Ram ram = at(address);
        ram.setLongRelease(address - ram.start(), value);
    }

    /// Zeros.
    ///
    /// @param bytes a multiple of 8
    void clear(long address, long bytes) {
        for (long at = address; at < address + bytes; at += Long.BYTES) {
            set(at, 0);
        }
    }

    private Ram at(long address) {
        Ram ram = last;
        if (ram == null || !ram.holds(address, Long.BYTES) || hasMoved()) {
            ram = memory.ram(address);
            if (ram == null) {
                throw new IllegalArgumentException("no RAM at 0x" + Long.toHexString(address));
            }
            last = ram;
        }
        return ram;
    }

    private boolean hasMoved() {
        if (moving == null) {
            return false;
        }
        int before = place;
        place = moving.place();
        return place != before;
    }
}
