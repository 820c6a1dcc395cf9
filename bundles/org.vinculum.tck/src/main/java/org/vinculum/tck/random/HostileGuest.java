package org.vinculum.tck.random;

import java.util.SplittableRandom;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.tck.virtual.TestGuest;

/// A guest and its devices that do anything, with streams that come and go.
public final class HostileGuest {
    private static final int STREAMS = 8;

    private final SplittableRandom random;
    private final Draw draw;
    private final TestGuest guest;

    public HostileGuest(SplittableRandom random, TestGuest guest) {
        this.random = random;
        this.draw = new Draw(random);
        this.guest = guest;
    }

    /// Writes, memory that changes, events, and work in small pieces.
    public void steps(int count) {
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(12)) {
                case 0 -> change(random.nextInt(STREAMS));
                case 1 -> event();
                case 2 -> pageRequest();
                case 3 -> guest.iommu.overflow();
                case 4, 5 -> work();
                default -> write();
            }
        }
        guest.settle();
    }

    private void write() {
        int width = random.nextBoolean() ? Long.BYTES : Integer.BYTES;
        long offset = draw.offset(guest.iommu.frameSize(), width);
        guest.iommu.write(offset, width, draw.value());
        draw.disturb(guest.machine);
    }

    private void work() {
        guest.iommu.progress();
        if (guest.iommu.ready()) {
            guest.process(1 + random.nextInt(8));
        }
    }

    private void change(int vsid) {
        if (guest.has(vsid)) {
            guest.detach(vsid);
        } else {
            guest.attach(vsid);
        }
    }

    private StreamId some() {
        for (int vsid = 0; vsid < STREAMS; vsid++) {
            if (guest.has(vsid) && random.nextBoolean()) {
                return new StreamId(vsid);
            }
        }
        return null;
    }

    private void event() {
        StreamId vsid = some();
        if (vsid != null) {
            long type = random.nextInt(4) == 0 ? random.nextInt(256) : 0x10;
            guest.iommu.event(
                    vsid,
                    Words.of(
                            type | host(vsid) << 32 | (long) random.nextInt(2) << 11,
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong()));
        }
    }

    private void pageRequest() {
        StreamId vsid = some();
        if (vsid != null) {
            long first = host(vsid) | random.nextLong() << 32;
            guest.iommu.pageRequest(vsid, Words.of(first, random.nextLong()));
        }
    }

    private long host(StreamId vsid) {
        return guest.physical(vsid.value()).unsigned();
    }
}
