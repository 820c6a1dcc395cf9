package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr5;

/// What makes the driver leave an SMMU alone.
final class Refusals {
    private static final int BATCH_BITS = 6;
    private static final int BIG_ENDIAN_ONLY = 3;
    private static final int RESERVED_ENDIAN = 1;
    private static final int AARCH64_FORMAT = 2;
    private static final int BOTH_FORMATS = 3;

    private Refusals() {}

    /// @throws DriverRefusedException when there is a reason
    static void check(Features features) {
        Idr0 idr0 = features.idr0();
        Idr1 idr1 = features.idr1();
        Idr5 idr5 = features.idr5();
        int endian = idr0.get(Idr0.TTENDIAN);
        refuse(
                endian == BIG_ENDIAN_ONLY || endian == RESERVED_ENDIAN,
                "tables are not little-endian");
        refuse(!idr0.has(Idr0.S1P) && !idr0.has(Idr0.S2P), "it does not translate");
        refuse(!idr0.has(Idr0.S1P), "stage 1 is not there, and stage 2 is not the guest's");
        int formats = idr0.get(Idr0.TTF);
        refuse(
                formats != AARCH64_FORMAT && formats != BOTH_FORMATS,
                "tables are not in AArch64 format");
        refuse(
                idr1.has(Idr1.TABLES_PRESET) || idr1.has(Idr1.QUEUES_PRESET) || idr1.has(Idr1.REL),
                "tables or queues are preset");
        refuse(
                idr1.get(Idr1.CMDQS) <= BATCH_BITS,
                "the command queue does not hold a batch of 64 and a CMD_SYNC");
        refuse(!idr5.has(Idr5.GRAN4K), "there are no pages of 4 KiB");
    }

    private static void refuse(boolean found, String reason) {
        if (found) {
            throw new DriverRefusedException(reason);
        }
    }
}
