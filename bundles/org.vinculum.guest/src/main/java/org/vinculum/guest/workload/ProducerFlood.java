package org.vinculum.guest.workload;

import java.util.SplittableRandom;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;

/// Fills a command queue with anything, and moves its producer index at random.
public final class ProducerFlood implements Workload {
    private static final int WRITES = 4;
    private static final int INDEXES = 1 << 20;

    private final FloodRing ring;
    private final SplittableRandom random;

    public ProducerFlood(GuestHardware hardware, GuestPages pages, int log2, long seed) {
        random = new SplittableRandom(seed);
        ring = new FloodRing(hardware, pages, log2);
        for (int i = 0; i < ring.size(); i++) {
            ring.put(RandomCommands.word0(random), random.nextLong());
        }
    }

    @Override
    public void step() {
        for (int i = 0; i < WRITES; i++) {
            ring.put(RandomCommands.word0(random), random.nextLong());
            ring.showAnything(random.nextInt(INDEXES));
            ring.acknowledgeError();
        }
    }
}
