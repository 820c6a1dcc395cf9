package org.vinculum.viommu.fake;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// A guest's memory: 1 MiB of RAM, and one place that takes messages.
public final class GuestRam implements PhysicalMemory {
    public static final long START = 0x4000_0000L;
    public static final long SIZE = 0x10_0000;
    public static final long DOORBELL = 0x0802_0040L;

    private final Ram ram = new Ram(START, Arena.ofAuto().allocate(SIZE, 4096));
    private final List<Integer> messages = new ArrayList<>();

    /// What was written to [#DOORBELL].
    public List<Integer> messages() {
        return messages;
    }

    public long getLong(long address) {
        return ram.getLong(address - START);
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        if (address == DOORBELL) {
            messages.add(value);
            return true;
        }
        if (!ram.holds(address, Integer.BYTES)) {
            return false;
        }
        ram.setInt(address - START, value);
        return true;
    }
}
