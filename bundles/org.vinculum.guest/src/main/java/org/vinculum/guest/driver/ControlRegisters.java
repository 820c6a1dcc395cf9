package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.register.Gbpa;

/// Registers, and the waiting until what was written to them is in effect.
final class ControlRegisters {
    private final GuestHardware hardware;
    private final int patience;

    ControlRegisters(GuestHardware hardware, int patience) {
        this.hardware = hardware;
        this.patience = patience;
    }

    int read(long offset) {
        return (int) hardware.read(offset, Integer.BYTES);
    }

    void write(long offset, int value) {
        hardware.write(offset, Integer.BYTES, Integer.toUnsignedLong(value));
    }

    void writeLong(long offset, long value) {
        hardware.write(offset, Long.BYTES, value);
    }

    /// Writes, and waits until another register shows the same value.
    ///
    /// @throws DriverRefusedException when it does not
    void writeAcknowledged(int value, long offset, long acknowledgement) {
        write(offset, value);
        for (int i = 0; i < patience; i++) {
            if (read(acknowledgement) == value) {
                return;
            }
            hardware.pause();
        }
        throw new DriverRefusedException(
                "0x%x at 0x%x is not acknowledged".formatted(value, offset));
    }

    /// Changes what becomes of transactions while the SMMU is off.
    ///
    /// @throws DriverRefusedException when an update does not end
    void updateGlobalBypass(int set, int clear) {
        int value = settledGlobalBypass() & ~clear | set;
        write(Gbpa.OFFSET, Gbpa.UPDATE.in(value, 1));
        settledGlobalBypass();
    }

    private int settledGlobalBypass() {
        for (int i = 0; i < patience; i++) {
            int value = read(Gbpa.OFFSET);
            if (!Gbpa.UPDATE.isSet(value)) {
                return value;
            }
            hardware.pause();
        }
        throw new DriverRefusedException("GBPA does not take an update");
    }
}
