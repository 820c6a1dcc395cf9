package org.vinculum.hypervisor.guest;

import java.util.concurrent.atomic.LongAdder;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.memory.AddressRange;

/// Where a guest meets a virtual IOMMU's registers: what accesses are let through, and how many there were. Takes no lock.
final class GuestFrame {
    private final VirtualIommu virtual;
    private final long base;
    private final long size;
    private final long registers;
    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();

    /// @param range guest physical; may be larger than what there are registers for
    GuestFrame(VirtualIommu virtual, AddressRange range) {
        this.virtual = virtual;
        this.base = range.start().value();
        this.size = range.size();
        this.registers = virtual.frameSize();
    }

    boolean holds(long address) {
        return Long.compareUnsigned(address - base, size) < 0;
    }

    /// @param address in the frame
    long read(long address, int width) {
        reads.increment();
        return regular(address, width) ? virtual.read(address - base, width) : 0;
    }

    /// Whether a write has an effect.
    ///
    /// @param address in the frame
    boolean takes(long address, int width) {
        writes.increment();
        return regular(address, width);
    }

    private boolean regular(long address, int width) {
        return (width == Integer.BYTES || width == Long.BYTES)
                && (address & width - 1) == 0
                && address - base <= registers - width;
    }

    long offset(long address) {
        return address - base;
    }

    long reads() {
        return reads.sum();
    }

    long writes() {
        return writes.sum();
    }
}
