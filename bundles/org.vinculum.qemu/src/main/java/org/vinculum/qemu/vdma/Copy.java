package org.vinculum.qemu.vdma;

import java.lang.foreign.MemorySegment;

/// Reads up to the nearest page boundary of source or destination and writes what was read, then the next piece. Where both
/// overlap, what was written is read again. The first refusal ends it.
final class Copy implements Operation {
    private static final int AT_ONCE = 64;

    private final PageBuffer buffer;
    private long source;
    private long destination;
    private long left;
    private boolean read;
    private int status = Status.GOOD;

    /// @param length in bytes, not negative
    Copy(PageBuffer buffer, long source, long destination, long length) {
        this.buffer = buffer;
        this.source = source;
        this.destination = destination;
        this.left = length;
    }

    /// A write that waits is not preceded by a second read.
    @Override
    public Progress step(Transactions dma) {
        if (left == 0) {
            return Progress.ENDED;
        }
        long piece = PageBuffer.inPage(source, PageBuffer.inPage(destination, left));
        MemorySegment bytes = buffer.first((int) piece);
        if (!read) {
            Answer answer = dma.read(source, bytes);
            if (answer != Answer.DONE) {
                return stopped(answer, Status.READ_REFUSED);
            }
            read = true;
        }
        Answer answer = dma.write(destination, bytes);
        if (answer != Answer.DONE) {
            return stopped(answer, Status.WRITE_REFUSED);
        }
        read = false;
        source += piece;
        destination += piece;
        left -= piece;
        return left == 0 ? Progress.ENDED : Progress.MORE;
    }

    private Progress stopped(Answer answer, int why) {
        if (answer == Answer.WAITS) {
            return Progress.WAITS;
        }
        status = why;
        return Progress.ENDED;
    }

    @Override
    public int pagesAtOnce() {
        return AT_ONCE;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public int refused() {
        return status == Status.GOOD ? 0 : 1;
    }
}
