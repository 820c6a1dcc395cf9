package org.vinculum.qemu.vdma;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Raises the function's interrupt: a DMA write of four bytes to where configuration space says (PCIe 5.0, 6.1.4).
final class Message implements Operation {
    private static final ValueLayout.OfInt DATA =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final long address;
    private int status = Status.GOOD;

    Message(PageBuffer buffer, long address, int data) {
        this.bytes = buffer.first(Integer.BYTES);
        this.address = address;
        bytes.set(DATA, 0, data);
    }

    @Override
    public Progress step(Transactions dma) {
        Answer answer = dma.write(address, bytes);
        if (answer == Answer.WAITS) {
            return Progress.WAITS;
        }
        status = answer == Answer.DONE ? Status.GOOD : Status.WRITE_REFUSED;
        return Progress.ENDED;
    }

    @Override
    public int pagesAtOnce() {
        return 1;
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
