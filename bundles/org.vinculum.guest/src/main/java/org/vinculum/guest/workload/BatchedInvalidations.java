package org.vinculum.guest.workload;

import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.command.TlbiNhVa;

/// A guest that is busy and honest: batches of 64 invalidations and a CMD_SYNC, a few of them on their way at a time.
public final class BatchedInvalidations implements Workload {
    /// Commands of a batch, without its CMD_SYNC.
    public static final int BATCH = 64;

    private static final int QUEUE_BITS = 9;
    private static final long PAGE = 4096;
    private static final long ADDRESSES = 1L << 40;
    private static final long INVALIDATION = Command.OPCODE.of(TlbiNhVa.NUMBER);
    private static final long SYNC = Command.OPCODE.of(Sync.NUMBER);

    private final FloodRing ring;
    private long address;
    private long batches;

    public BatchedInvalidations(GuestHardware hardware, GuestPages pages) {
        ring = new FloodRing(hardware, pages, QUEUE_BITS);
    }

    @Override
    public void step() {
        for (int room = ring.room(); room > BATCH; room -= BATCH + 1) {
            batch();
        }
    }

    private void batch() {
        for (int i = 0; i < BATCH; i++) {
            address = (address + PAGE) % ADDRESSES;
            ring.put(INVALIDATION, TlbiNhVa.ADDRESS.inPlace(address));
        }
        ring.put(SYNC, 0);
        ring.show();
        batches++;
    }

    /// Whether everything has been executed.
    public boolean isIdle() {
        return ring.isEmpty();
    }

    /// Batches that were begun.
    public long batches() {
        return batches;
    }
}
