package org.vinculum.smmu.register;

import java.util.Arrays;

/// The register frame of the Non-secure programming interface (IHI 0070, 6.1): page 0, page 1, and the pages behind them. The
/// Secure bank and all that is not assigned reads as zero and ignores writes.
///
/// A register is found by two accesses to arrays; 4 KiB in which there is none share one array.
public final class RegisterFile {
    /// Bytes of pages 0 and 1, which every SMMU has.
    public static final int SIZE = 0x2_0000;

    private static final int PAGE_SIZE = 0x1_0000;
    private static final int BLOCK_SHIFT = 12;
    private static final int BLOCK_SIZE = 1 << BLOCK_SHIFT;
    private static final Cell[] NOTHING = empty();

    private final Cell[][] blocks;

    /// @param more pages behind page 1
    RegisterFile(int more) {
        blocks = new Cell[(SIZE + more * PAGE_SIZE) / BLOCK_SIZE][];
        Arrays.fill(blocks, NOTHING);
    }

    private static Cell[] empty() {
        Cell[] cells = new Cell[BLOCK_SIZE / Integer.BYTES];
        Arrays.fill(cells, Cell.NOTHING);
        return cells;
    }

    /// Bytes of the frame.
    public long size() {
        return (long) blocks.length * BLOCK_SIZE;
    }

    /// Puts a 32-bit register in its place.
    ///
    /// @param offset in bytes from the start of the frame
    void place(int offset, Cell cell) {
        int block = offset >>> BLOCK_SHIFT;
        if (blocks[block] == NOTHING) {
            blocks[block] = empty();
        }
        blocks[block][offset % BLOCK_SIZE / Integer.BYTES] = cell;
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
        return blocks[(int) offset >>> BLOCK_SHIFT][(int) offset % BLOCK_SIZE / Integer.BYTES];
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
