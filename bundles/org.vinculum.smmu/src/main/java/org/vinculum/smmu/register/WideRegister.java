package org.vinculum.smmu.register;

import java.util.function.BooleanSupplier;

/// A 64-bit register that keeps what is written to it, as a whole or in halves, while it is not guarded.
public final class WideRegister {
    private static final long LOWER = 0xffff_ffffL;

    private final long writable;
    private final BooleanSupplier guarded;
    private long value;

    /// @param writable ones for the bits that are kept; the others are RES0
    /// @param guarded whether writes are to be ignored now
    public WideRegister(long writable, BooleanSupplier guarded) {
        this.writable = writable;
        this.guarded = guarded;
    }

    public long value() {
        return value;
    }

    /// Sets it whatever guards it: results, reset and restored state.
    public void set(long next) {
        value = next & writable;
    }

    /// Bits 31:0.
    public Cell low() {
        return new Half(0);
    }

    /// Bits 63:32.
    public Cell high() {
        return new Half(Integer.SIZE);
    }

    private final class Half implements Cell {
        private final int shift;

        private Half(int shift) {
            this.shift = shift;
        }

        @Override
        public int read() {
            return (int) (value >>> shift);
        }

        @Override
        public void write(int written) {
            if (!guarded.getAsBoolean()) {
                set(value & ~(LOWER << shift) | (written & LOWER) << shift);
            }
        }
    }
}
