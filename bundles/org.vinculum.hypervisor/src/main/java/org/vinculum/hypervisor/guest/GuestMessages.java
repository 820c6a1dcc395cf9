package org.vinculum.hypervisor.guest;

import java.util.function.IntConsumer;
import org.vinculum.hypervisor.memory.MessageFrame;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// Guest memory as one virtual IOMMU reaches it: its messages are known to be its own.
final class GuestMessages implements PhysicalMemory {
    private final PhysicalMemory memory;
    private final MessageFrame frame;

    /// @param frame where the guest has its interrupt translation service
    /// @param events receives what the virtual IOMMU sends
    GuestMessages(PhysicalMemory memory, AddressRange frame, IntConsumer events) {
        this.memory = memory;
        this.frame = new MessageFrame(frame, events);
    }

    @Override
    public Ram ram(long address) {
        return memory.ram(address);
    }

    @Override
    public boolean writeInt(long address, int value) {
        return frame.write(address, value) || memory.writeInt(address, value);
    }
}
