package org.vinculum.guest.fairness;

import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.workload.CommandFlood;
import org.vinculum.guest.workload.FaultFlood;
import org.vinculum.guest.workload.ProducerFlood;
import org.vinculum.guest.workload.RegisterFlood;
import org.vinculum.guest.workload.Workload;

/// How a guest floods.
enum Flood {
    INVALIDATIONS("invalidations"),
    SYNCS("CMD_SYNCs"),
    ILLEGAL("illegal commands"),
    CONFIGURATIONS("CFGI_ALLs"),
    FAULTS("faulting DMA"),
    PRODUCER("PROD at random"),
    REGISTERS("registers at random"),
    FULL_RING("a full ring of 2^19");

    private static final int RING = 10;
    private static final int WHOLE_RING = 19;
    private static final int SHARE = 64;
    private static final int FEW = 8;

    private final String title;

    Flood(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// Bytes of memory that the guest needs, a multiple of 2 MiB.
    long ram() {
        return this == FULL_RING ? 32L << 20 : 4L << 20;
    }

    Workload start(BoardGuest guest, int seed) {
        if (this == FAULTS) {
            return faults(guest);
        }
        guest.driver(DriverOptions.ordinary());
        var hardware = guest.hardware();
        var pages = guest.pages();
        return switch (this) {
            case INVALIDATIONS, FAULTS ->
                    CommandFlood.invalidations(hardware, pages, RING, 1 << RING, seed);
            case SYNCS -> CommandFlood.syncs(hardware, pages, RING, 1 << RING);
            case ILLEGAL -> CommandFlood.illegal(hardware, pages, RING, SHARE);
            case CONFIGURATIONS -> CommandFlood.configurations(hardware, pages, RING, 1 << RING);
            case PRODUCER -> new ProducerFlood(hardware, pages, RING, seed);
            case REGISTERS -> new RegisterFlood(hardware, seed);
            case FULL_RING ->
                    CommandFlood.invalidations(hardware, pages, WHOLE_RING, FEW << RING, seed);
        };
    }

    private static Workload faults(BoardGuest guest) {
        GuestDriver driver = guest.driver();
        driver.device(DeviceDescription.of(1)).attach(driver.addressSpace());
        return new FaultFlood(driver, guest.device(0));
    }
}
