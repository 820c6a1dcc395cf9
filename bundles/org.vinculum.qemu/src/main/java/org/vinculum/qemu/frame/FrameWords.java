package org.vinculum.qemu.frame;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.vinculum.memory.Ram;

/// The words of a register frame that a guest writes to at any time. Most registers are 32 bits, and the halves of a pair
/// belong to different sides, so that they have to be replaced one by one.
class FrameWords {
    private static final VarHandle INTS =
            ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

    private final MemorySegment frame;

    FrameWords(Ram registers) {
        this.frame = registers.segment();
    }

    /// What is there now. Everything that the guest wrote before that can be seen afterwards.
    ///
    /// @param offset a multiple of 4
    int look(int offset) {
        return (int) INTS.getAcquire(frame, (long) offset);
    }

    /// Puts a value where the guest does not write yet.
    void show(int offset, int value) {
        INTS.setRelease(frame, (long) offset, value);
    }

    /// Puts a value in place of another one, after everything that was written before.
    ///
    /// @return false when something else is there: the guest has written
    boolean replace(int offset, int expected, int value) {
        return INTS.compareAndSet(frame, (long) offset, expected, value);
    }
}
