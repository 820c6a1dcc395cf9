package org.vinculum.qemu.vdma;

import java.lang.foreign.MemorySegment;

/// Reads one byte of every page, whatever becomes of the others.
final class Touch implements Operation {
    /// More than a small event queue holds: refused pages make it overflow, however fast the driver empties it.
    private static final int AT_ONCE = 256;

    private final MemorySegment oneByte;
    private long address;
    private long left;
    private int refused;

    /// @param length in bytes, not negative
    Touch(PageBuffer buffer, long address, long length) {
        this.oneByte = buffer.first(1);
        this.address = address;
        this.left = length;
    }

    @Override
    public Progress step(Transactions dma) {
        if (left == 0) {
            return Progress.ENDED;
        }
        Answer answer = dma.read(address, oneByte);
        if (answer == Answer.WAITS) {
            return Progress.WAITS;
        }
        if (answer == Answer.REFUSED) {
            refused++;
        }
        long piece = PageBuffer.inPage(address, left);
        address += piece;
        left -= piece;
        return left == 0 ? Progress.ENDED : Progress.MORE;
    }

    @Override
    public int pagesAtOnce() {
        return AT_ONCE;
    }

    @Override
    public int status() {
        return refused == 0 ? Status.GOOD : Status.READ_REFUSED;
    }

    @Override
    public int refused() {
        return refused;
    }
}
