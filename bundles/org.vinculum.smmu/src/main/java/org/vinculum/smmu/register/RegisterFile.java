package org.vinculum.smmu.register;

import java.util.Arrays;

/// The register frame of the Non-secure programming interface: page 0 and page 1 (IHI 0070, 6.1). The Secure bank and all that
/// is not assigned reads as zero and ignores writes.
///
/// Registers that software reads all the time are found by one array access.
public final class RegisterFile {
    /// Bytes of pages 0 and 1.
    public static final int SIZE = 0x2_0000;

    private static final int PAGE_SIZE = 0x1_0000;

    /// Bytes at the start of each page in which all registers lie.
    private static final int USED = 0x1000;

    private final Cell[] page0 = empty();
    private final Cell[] page1 = empty();

    private static Cell[] empty() {
        Cell[] cells = new Cell[USED / Integer.BYTES];
        Arrays.fill(cells, Cell.NOTHING);
        return cells;
    }

    /// Puts a 32-bit register in its place.
    ///
    /// @param offset in bytes from the start of the frame
    void place(int offset, Cell cell) {
        page(offset)[index(offset)] = cell;
    }

    /// Puts a 64-bit register in its place.
    void place(int offset, WideRegister register) {
        place(offset, register.low());
        place(offset + Integer.BYTES, register.high());
    }

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
        int within = (int) offset % PAGE_SIZE;
        return within < USED ? page((int) offset)[index(within)] : Cell.NOTHING;
    }

    private Cell[] page(int offset) {
        return offset < PAGE_SIZE ? page0 : page1;
    }

    private static int index(int offset) {
        return offset % PAGE_SIZE / Integer.BYTES;
    }

    private static void check(long offset, int width) {
        if (width != Integer.BYTES && width != Long.BYTES) {
            throw new IllegalArgumentException(
                    "registers are accessed with 4 or 8 bytes, not " + width);
        }
        if (offset < 0 || offset > SIZE - width || offset % width != 0) {
            throw new IllegalArgumentException(
                    "no aligned access of "
                            + width
                            + " bytes within the frame: 0x"
                            + Long.toHexString(offset));
        }
    }
}
