package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;

/// Makes queues as large as wanted, or as memory allows.
final class QueueMemory {
    private QueueMemory() {}

    /// @param log2 of the number of entries wanted; halved until there is memory, down to one page
    /// @throws DriverRefusedException when there is not even that
    static Ring make(GuestPages pages, int log2, int entrySize) {
        for (int bits = log2; bits >= 0; bits--) {
            long size = (long) entrySize << bits;
            long address = pages.allocate(size);
            if (address != 0) {
                return new Ring(address, bits, entrySize);
            }
            if (size < GuestPages.PAGE) {
                break;
            }
        }
        throw new DriverRefusedException("there is no memory for a queue");
    }

    /// The value of a queue's BASE register, with the hint that entries may be allocated in a cache.
    static long base(Ring ring) {
        return CmdqBase.RA.of(true)
                | CmdqBase.ADDR.inPlace(ring.address())
                | CmdqBase.LOG2SIZE.of(ring.log2Size());
    }
}
