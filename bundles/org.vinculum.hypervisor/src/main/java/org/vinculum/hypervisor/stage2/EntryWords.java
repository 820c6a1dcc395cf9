package org.vinculum.hypervisor.stage2;

import static org.vinculum.smmu.spec.table.StreamTableEntry.S2AA64;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2AFFD;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2IR0;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2OR0;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2PS;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2PTW;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2R;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2SH0;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2SL0;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2T0SZ;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2TG;
import static org.vinculum.smmu.spec.table.StreamTableEntry.S2TTB;

import org.vinculum.smmu.spec.encoding.Granule;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.encoding.Shareability;

/// How a stream table entry names our tables (IHI 0070, 5.2).
final class EntryWords {
    /// Write-back, with allocation hints for reads and writes.
    private static final int WRITE_BACK = 0b01;

    private static final int LEVEL_1 = 1;
    private static final int LEVEL_0 = 2;

    private EntryWords() {}

    /// Sizes, attributes of walks and what becomes of faults: they end and are recorded, access flags count for nothing, and
    /// stage 1 tables are not in device memory. S2S is 0; where nothing but stalling is possible the host's driver sets it.
    static long word2(TableShape shape, int outputBits) {
        return S2T0SZ.of(Long.SIZE - shape.inputBits())
                | S2SL0.of(shape.start() == 0 ? LEVEL_0 : LEVEL_1)
                | S2IR0.of(WRITE_BACK)
                | S2OR0.of(WRITE_BACK)
                | S2SH0.of(Shareability.INNER.encoding())
                | S2TG.of(Granule.KB_4.tg0())
                | S2PS.of(encoded(outputBits))
                | S2AA64.mask()
                | S2AFFD.mask()
                | S2PTW.mask()
                | S2R.mask();
    }

    private static int encoded(int bits) {
        for (Oas size : Oas.values()) {
            if (size.bits() == bits) {
                return size.encoding();
            }
        }
        throw new IllegalArgumentException("no size of addresses: " + bits + " bits");
    }

    /// @param start of the tables
    static long word3(long start) {
        return S2TTB.inPlace(start);
    }
}
