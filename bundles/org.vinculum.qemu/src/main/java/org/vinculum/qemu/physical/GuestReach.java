package org.vinculum.qemu.physical;

import java.lang.invoke.VarHandle;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// What is at guest physical addresses for devices and their SMMU: RAM, and the interrupt translation service.
final class GuestReach implements PhysicalMemory {
    /// Where GITS_TRANSLATER is in its frame (IHI 0069, 12.19); everything else there is reserved.
    private static final long TRANSLATER = 0x40;

    /// What the interrupt translation service knows the SMMU by.
    private static final long SMMU = 0xffff_ffffL;

    private final Ram ram;
    private final AddressRange messageFrame;
    private final GuestInterrupts interrupts;

    GuestReach(Ram ram, AddressRange messageFrame, GuestInterrupts interrupts) {
        this.ram = ram;
        this.messageFrame = messageFrame;
        this.interrupts = interrupts;
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    /// The SMMU's own messages.
    @Override
    public boolean writeInt(long address, int value) {
        return writeInt(SMMU, address, value);
    }

    /// Writes to RAM after everything that was written before, or to the interrupt translation service.
    ///
    /// @param deviceId who writes
    /// @param address a multiple of 4
    /// @return false when nothing answers there
    boolean writeInt(long deviceId, long address, int value) {
        if (ram.holds(address, Integer.BYTES)) {
            VarHandle.releaseFence();
            ram.setInt(address - ram.start(), value);
            return true;
        }
        if (address - messageFrame.start().value() == TRANSLATER) {
            interrupts.message(deviceId, value);
        }
        return messageFrame.contains(new Address(address));
    }

    /// Whether something is there.
    boolean answers(long address) {
        return ram.holds(address, 1) || messageFrame.contains(new Address(address));
    }
}
