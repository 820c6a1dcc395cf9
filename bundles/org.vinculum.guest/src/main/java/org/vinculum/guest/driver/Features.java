package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Iidr;

/// What an SMMU says of itself, as the driver understands it.
public record Features(Idr0 idr0, Idr1 idr1, Idr3 idr3, Idr5 idr5, Iidr iidr) {
    /// Streams of one second-level table, as a power of two.
    static final int STREAM_SPLIT = 8;

    private static final int ARM = 0x43b;
    private static final int MMU_700 = 0x487;
    private static final int TWO_LEVELS = 1;
    private static final int MAY_STALL = 0;
    private static final int MUST_STALL = 2;
    private static final int GRANULE_BITS = 48;

    static Features of(GuestHardware hardware) {
        return new Features(
                new Idr0(register(hardware, Idr0.OFFSET)),
                new Idr1(register(hardware, Idr1.OFFSET)),
                new Idr3(register(hardware, Idr3.OFFSET)),
                new Idr5(register(hardware, Idr5.OFFSET)),
                new Iidr(register(hardware, Iidr.OFFSET)));
    }

    private static int register(GuestHardware hardware, long offset) {
        return (int) hardware.read(offset, Integer.BYTES);
    }

    public boolean pageRequests() {
        return idr0.has(Idr0.PRI);
    }

    public boolean ats() {
        return idr0.has(Idr0.ATS);
    }

    /// Invalidations of address ranges.
    public boolean ranges() {
        return idr3.has(Idr3.RIL);
    }

    /// A small number of streams is kept in one table whatever the hardware can do.
    boolean twoLevelStreams() {
        return idr0.get(Idr0.ST_LEVEL) == TWO_LEVELS && streamBits() > STREAM_SPLIT;
    }

    boolean twoLevelContexts() {
        return idr0.has(Idr0.CD2L);
    }

    /// No batch may fill up without a CMD_SYNC in its last place (erratum 2812531).
    boolean needsEarlySyncs() {
        return iidr.get(Iidr.IMPLEMENTER) == ARM && iidr.get(Iidr.PRODUCT_ID) == MMU_700;
    }

    public boolean stalls() {
        int model = idr0.get(Idr0.STALL_MODEL);
        return model == MAY_STALL || model == MUST_STALL;
    }

    public boolean stallsAlways() {
        return idr0.get(Idr0.STALL_MODEL) == MUST_STALL;
    }

    public int streamBits() {
        return idr1.get(Idr1.SIDSIZE);
    }

    public int substreamBits() {
        return idr1.get(Idr1.SSIDSIZE);
    }

    int asidBits() {
        return idr0.has(Idr0.ASID16) ? Short.SIZE : Byte.SIZE;
    }

    /// Width of the addresses that tables of the 4 KiB granule lead to.
    int outputBits() {
        return Math.min(GRANULE_BITS, Oas.of(idr5.get(Idr5.OAS)).bits());
    }
}
