package org.vinculum.smmu.register;

import java.util.function.BooleanSupplier;

/// A 32-bit register that keeps what is written to it while it is not guarded.
public final class StoredCell implements Cell {
    private final int writable;
    private final BooleanSupplier guarded;
    private int value;

    /// @param writable ones for the bits that are kept; the others are RES0
    /// @param guarded whether writes are to be ignored now (IHI 0070, 6.3: "Guarded by")
    public StoredCell(long writable, BooleanSupplier guarded) {
        this.writable = (int) writable;
        this.guarded = guarded;
    }

    @Override
    public int read() {
        return value;
    }

    @Override
    public void write(int written) {
        if (!guarded.getAsBoolean()) {
            value = written & writable;
        }
    }

    /// Sets it whatever guards it: reset and restored state.
    public void set(int restored) {
        value = restored & writable;
    }
}
