package org.vinculum.guest.workload;

import java.util.SplittableRandom;
import org.vinculum.guest.driver.GuestHardware;

/// Writes anything to any register, and reads any other.
public final class RegisterFlood implements Workload {
    private static final int ACCESSES = 32;
    private static final int USUAL_SPAN = 0x200;
    private static final int FRAME = 0x2_0000;
    private static final int RARE = 8;

    private final GuestHardware hardware;
    private final SplittableRandom random;

    public RegisterFlood(GuestHardware hardware, long seed) {
        this.hardware = hardware;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void step() {
        for (int i = 0; i < ACCESSES; i++) {
            int width = random.nextBoolean() ? Integer.BYTES : Long.BYTES;
            int span = random.nextInt(RARE) == 0 ? FRAME : USUAL_SPAN;
            long offset = random.nextInt(span / Long.BYTES) * (long) Long.BYTES;
            hardware.write(offset + Long.BYTES - width, width, random.nextLong());
            hardware.read(offset, width);
        }
    }
}
