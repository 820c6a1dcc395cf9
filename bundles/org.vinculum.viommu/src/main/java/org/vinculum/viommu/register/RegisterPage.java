package org.vinculum.viommu.register;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// The values of all registers, as a guest reads them. Any thread reads, one at a time writes; who sees a value sees what was
/// written to memory before it.
///
/// Registers are in the first 4 KiB of pages 0 and 1 (IHI 0070, 6.2); all else is RES0.
public final class RegisterPage {
    /// Bytes of pages 0 and 1.
    public static final long FRAME_SIZE = 0x2_0000;

    private static final long PLACES = 0x1_0fff;
    private static final int BLOCK = 0x1000;
    private static final int PAGE_1_TO_BLOCK = 4;
    private static final int INT_SHIFT = 2;

    /// How many places for 32 bits there are.
    static final int COUNT = 2 * BLOCK >>> INT_SHIFT;

    private final AtomicIntegerArray values = new AtomicIntegerArray(COUNT);

    /// @return zero-extended; 0 where there is no register, or for an access that is not aligned
    public long read(long offset, int width) {
        if (!holds(offset, width)) {
            return 0;
        }
        long low = Integer.toUnsignedLong(values.getAcquire(index((int) offset)));
        return width == Integer.BYTES
                ? low
                : low | (long) values.getAcquire(index((int) offset) + 1) << Integer.SIZE;
    }

    /// Whether an access is aligned, of 4 or 8 bytes, and where registers are.
    static boolean holds(long offset, int width) {
        return (offset & ~PLACES) == 0
                && (width == Integer.BYTES || width == Long.BYTES)
                && (offset & width - 1) == 0;
    }

    /// Where a register is among the places.
    ///
    /// @param offset of a register
    static int index(int offset) {
        return (offset & BLOCK - 1 | offset >>> PAGE_1_TO_BLOCK & BLOCK) >>> INT_SHIFT;
    }

    /// @param offset of a 32-bit register
    public int get(int offset) {
        return values.getPlain(index(offset));
    }

    /// @param offset of a 64-bit register
    public long getLong(int offset) {
        return Integer.toUnsignedLong(get(offset))
                | (long) get(offset + Integer.BYTES) << Integer.SIZE;
    }

    /// Sets a register, whatever guards it from the guest.
    ///
    /// @param offset of a 32-bit register
    public void set(int offset, int value) {
        values.setRelease(index(offset), value);
    }

    /// Sets a register, whatever guards it from the guest.
    ///
    /// @param offset of a 64-bit register
    public void setLong(int offset, long value) {
        set(offset, (int) value);
        set(offset + Integer.BYTES, (int) (value >>> Integer.SIZE));
    }
}
