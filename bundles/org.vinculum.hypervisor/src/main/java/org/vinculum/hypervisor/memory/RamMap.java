package org.vinculum.hypervisor.memory;

import java.lang.invoke.VarHandle;
import java.util.Comparator;
import java.util.List;
import org.vinculum.memory.Ram;

/// Which RAM holds an address, for any number of threads: it never changes.
final class RamMap {
    private static final Comparator<Ram> BY_ADDRESS =
            (one, other) -> Long.compareUnsigned(one.start(), other.start());

    private final Ram[] rams;

    /// @param rams none overlaps another
    RamMap(List<Ram> rams) {
        this.rams = rams.stream().sorted(BY_ADDRESS).toArray(Ram[]::new);
    }

    /// Null where there is none.
    Ram ram(long address) {
        int low = 0;
        int high = rams.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Ram ram = rams[middle];
            if (ram.holds(address, 1)) {
                return ram;
            }
            if (Long.compareUnsigned(address, ram.start()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
    }

    /// Writes a message after everything that was written before it.
    ///
    /// @param elsewhere answers where there is no RAM
    boolean writeInt(long address, int value, MessageSink elsewhere) {
        Ram ram = ram(address);
        if (ram == null) {
            return elsewhere.write(address, value);
        }
        VarHandle.releaseFence();
        ram.setInt(address - ram.start(), value);
        return true;
    }
}
