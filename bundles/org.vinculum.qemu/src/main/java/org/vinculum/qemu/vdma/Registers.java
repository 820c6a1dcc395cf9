package org.vinculum.qemu.vdma;

import java.lang.invoke.VarHandle;
import org.vinculum.memory.Ram;

/// The registers of one engine, as offsets in memory that the guest writes to whenever it likes.
final class Registers {
    static final int MAGIC = 0x00;
    static final int STREAM_OFFSET = 0x04;
    static final int SOURCE = 0x08;
    static final int DESTINATION = 0x10;
    static final int LENGTH = 0x18;
    static final int OPERATION = 0x1c;
    static final int DOORBELL = 0x20;
    static final int DONE = 0x24;
    static final int STATUS = 0x28;
    static final int REFUSED = 0x30;

    /// "VDMA".
    static final int MAGIC_VALUE = 0x414d_4456;

    private final Ram bar;

    Registers(Ram bar) {
        this.bar = bar;
        bar.segment().fill((byte) 0);
        bar.setInt(MAGIC, MAGIC_VALUE);
    }

    /// Whoever sees a new value here sees what was written to the others before.
    int doorbell() {
        return (int) bar.getLongAcquire(DOORBELL);
    }

    /// In bytes or whatever the register counts, unsigned.
    int word(int offset) {
        return bar.getInt(offset);
    }

    long address(int offset) {
        return bar.getLong(offset);
    }

    /// Whoever sees the number sees everything that was moved, and how it went.
    void finish(int number, int status, int refused) {
        bar.setInt(REFUSED, refused);
        bar.setInt(STATUS, status);
        // beside the doorbell in its word, which must not be written over
        VarHandle.releaseFence();
        bar.setInt(DONE, number);
    }
}
