package org.vinculum.smmu.register;

import java.util.Arrays;

/// The register frame of the Non-secure programming interface (IHI 0070, 6.1): page 0, page 1, and the pages behind them. The
/// Secure bank and all that is not assigned reads as zero and ignores writes.
///
/// A register is found by one access to an array; a page in which there is none has none.
public final class RegisterFile {
    /// Bytes of pages 0 and 1, which every SMMU has.
    public static final int SIZE = 0x2_0000;

    private static final int PAGE_SHIFT = 16;
    private static final int PAGE_SIZE = 1 << PAGE_SHIFT;
    private static final Cell[] NOTHING = empty();

    private final Cell[][] pages;

    /// @param more pages behind page 1
    RegisterFile(int more) {
        pages = new Cell[SIZE / PAGE_SIZE + more][];
        Arrays.fill(pages, NOTHING);
    }

    private static Cell[] empty() {
        Cell[] cells = new Cell[PAGE_SIZE / Integer.BYTES];
        Arrays.fill(cells, Cell.NOTHING);
        return cells;
    }

    /// Bytes of the frame.
    public long size() {
        return (long) pages.length * PAGE_SIZE;
    }

    /// Puts a 32-bit register in its place.
    ///
    /// @param offset in bytes from the start of the frame
    void place(int offset, Cell cell) {
        int page = offset >>> PAGE_SHIFT;
        if (pages[page] == NOTHING) {
            pages[page] = empty();
        }
        pages[page][offset % PAGE_SIZE / Integer.BYTES] = cell;
    }

    /// Puts a 64-bit register in its place.
    void place(int offset, WideRegister register) {
        place(offset, register.low());
        place(offset + Integer.BYTES, register.high());
    }

    /// Puts a 64-bit register in its place.
    void place(int offset, BaseRegister register) {
        place(offset, register.low());
        place(offset + Integer.BYTES, register.high());
    }

    /// @throws IllegalArgumentException as [org.vinculum.iommu.IommuModel#read]
    public long read(long offset, int width) {
        check(offset, width);
        if (width == Integer.BYTES) {
            return Integer.toUnsignedLong(cell(offset).read());
        }
        return Integer.toUnsignedLong(cell(offset).read())
                | (long) cell(offset + Integer.BYTES).read() << Integer.SIZE;
    }

    /// A 64-bit write is one of both halves, the lower first.
    ///
    /// @throws IllegalArgumentException as [org.vinculum.iommu.IommuModel#write]
    public void write(long offset, int width, long value) {
        check(offset, width);
        cell(offset).write((int) value);
        if (width == Long.BYTES) {
            cell(offset + Integer.BYTES).write((int) (value >>> Integer.SIZE));
        }
    }

    private Cell cell(long offset) {
        return pages[(int) offset >>> PAGE_SHIFT][(int) offset % PAGE_SIZE / Integer.BYTES];
    }

    private void check(long offset, int width) {
        if (width != Integer.BYTES && width != Long.BYTES) {
            throw new IllegalArgumentException(
                    "registers are accessed with 4 or 8 bytes, not " + width);
        }
        if (offset < 0 || offset > size() - width || offset % width != 0) {
            throw new IllegalArgumentException(
                    "no aligned access of "
                            + width
                            + " bytes within the frame: 0x"
                            + Long.toHexString(offset));
        }
    }
}
