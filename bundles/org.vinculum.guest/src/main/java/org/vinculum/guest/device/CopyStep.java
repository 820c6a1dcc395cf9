package org.vinculum.guest.device;

import java.lang.foreign.MemorySegment;

/// A copy between two places, up to the nearest page boundary of either at a time.
final class CopyStep implements Transfer.Step {
    private final PagePort pages;
    private final MemorySegment buffer;
    private final int substream;
    private final long from;
    private final long to;
    private final long length;
    private boolean read;

    CopyStep(PagePort pages, MemorySegment buffer, int substream, long from, long to, long length) {
        this.pages = pages;
        this.buffer = buffer;
        this.substream = substream;
        this.from = from;
        this.to = to;
        this.length = length;
    }

    /// A write that waits is not preceded by a second read.
    @Override
    public long at(long done) {
        long piece = PagePort.inPage(from + done, PagePort.inPage(to + done, length - done));
        MemorySegment bytes = buffer.asSlice(0, piece);
        if (!read) {
            long answer = pages.read(substream, from + done, bytes);
            if (answer < 0) {
                return answer;
            }
            read = true;
        }
        long answer = pages.write(substream, to + done, bytes);
        if (answer >= 0) {
            read = false;
        }
        return answer;
    }
}
