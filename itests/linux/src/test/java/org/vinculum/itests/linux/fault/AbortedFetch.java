package org.vinculum.itests.linux.fault;

import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.register.CmdqBase;

/// The second page of the command queue does not answer when it is asked for the first time.
final class AbortedFetch implements Fault {
    private static final long PAGE = 4096;
    private static final long PAGES = 4;

    /// 2^7 events and 2^10 commands, four pages of them.
    static final long QUEUES = 0x0147_0010;

    private long queue = -PAGES * PAGE;
    private boolean done;

    @Override
    public GuestSmmu smmu(GuestSmmu right, Ram memory) {
        return new ForwardedSmmu(right) {
            @Override
            public void write(long offset, int width, long value) {
                if (offset == CmdqBase.OFFSET) {
                    queue = CmdqBase.ADDR.inPlace(value);
                }
                super.write(offset, width, value);
            }
        };
    }

    @Override
    public PhysicalMemory memory(PhysicalMemory right) {
        return new PhysicalMemory() {
            @Override
            public Ram ram(long address) {
                return of(right.ram(address), address);
            }

            @Override
            public boolean writeInt(long address, int value) {
                return right.writeInt(address, value);
            }
        };
    }

    private Ram of(Ram right, long address) {
        long distance = address - queue;
        if (right == null || Long.compareUnsigned(distance, PAGES * PAGE) >= 0) {
            return right;
        }
        if (distance / PAGE == 1 && !done) {
            done = true;
            return null;
        }
        // Page by page: an SMMU need not ask again for what it has been given.
        long page = address & -PAGE;
        return new Ram(page, right.segment().asSlice(page - right.start(), PAGE));
    }
}
