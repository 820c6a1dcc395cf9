package org.vinculum.guest.driver;

import org.vinculum.memory.PhysicalMemory;

/// Hardware that says something else in one register.
record OddHardware(GuestHardware real, long offset, long mask, long value)
        implements GuestHardware {
    @Override
    public long read(long at, int width) {
        long found = real.read(at, width);
        return at == offset ? found & ~mask | value : found;
    }

    @Override
    public void write(long at, int width, long written) {
        real.write(at, width, written);
    }

    @Override
    public PhysicalMemory memory() {
        return real.memory();
    }

    @Override
    public void pause() {
        real.pause();
    }
}
