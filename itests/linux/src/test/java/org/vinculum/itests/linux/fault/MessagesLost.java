package org.vinculum.itests.linux.fault;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// Memory in which only RAM hears of a write: a message to an interrupt controller is taken and does not arrive.
record MessagesLost(PhysicalMemory right) implements PhysicalMemory {
    @Override
    public Ram ram(long address) {
        return right.ram(address);
    }

    @Override
    public boolean writeInt(long address, int value) {
        return right.ram(address) == null || right.writeInt(address, value);
    }
}
