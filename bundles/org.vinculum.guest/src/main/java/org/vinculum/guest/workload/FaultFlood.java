package org.vinculum.guest.workload;

import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.GuestDriver;

/// A device that reads where nothing is mapped; its guest looks at the events now and then.
public final class FaultFlood implements Workload {
    private static final int READS = 64;
    private static final int STEPS_PER_LOOK = 16;
    private static final long PAGE = 4096;
    private static final long ADDRESSES = 1L << 40;

    private final GuestDriver driver;
    private final DmaDevice device;
    private long address;
    private int steps;

    /// @param device attached to an address space without mappings
    public FaultFlood(GuestDriver driver, DmaDevice device) {
        this.driver = driver;
        this.device = device;
    }

    @Override
    public void step() {
        for (int i = 0; i < READS; i++) {
            address = (address + PAGE) % ADDRESSES;
            device.reaches(address, false);
        }
        if (++steps % STEPS_PER_LOOK == 0) {
            driver.serveInterrupts();
        }
    }
}
