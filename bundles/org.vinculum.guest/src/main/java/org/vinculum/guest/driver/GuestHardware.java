package org.vinculum.guest.driver;

import org.vinculum.memory.PhysicalMemory;

/// What a driver has of its machine: one SMMU's registers, memory, and a processor that can wait.
public interface GuestHardware {
    /// Reads a register.
    ///
    /// @param offset from the start of the frame, in bytes
    /// @param width 4 or 8 bytes
    /// @return zero-extended
    long read(long offset, int width);

    /// Writes a register.
    void write(long offset, int width, long value);

    /// Memory at the addresses that the driver gives to the SMMU.
    PhysicalMemory memory();

    /// The driver has nothing to do but wait: the rest of the machine goes on for a little while.
    void pause();
}
