package org.vinculum.smmu.translation;

import java.util.SplittableRandom;
import org.vinculum.memory.Ram;

/// Memory full of descriptors that lead on within it, more often than not.
final class RandomTables {
    private RandomTables() {}

    static void fill(Ram ram, Ram copy, SplittableRandom random) {
        for (long at = 0; at < ram.size(); at += 8) {
            long descriptor = descriptor(random, ram.size());
            ram.setLong(at, descriptor);
            copy.setLong(at, descriptor);
        }
    }

    /// Mostly valid, mostly a table or page within RAM.
    private static long descriptor(SplittableRandom random, long size) {
        long chances = random.nextLong();
        long noise = random.nextLong() & 0xfffb_0000_0000_0ffcL;
        long address = random.nextLong() & size - 1 & -4096;
        if ((chances & 0x3f) == 0) {
            address = random.nextLong() & 0x000f_ffff_ffff_f000L;
        }
        noise = (chances >> 6 & 3) != 0 ? noise & ~(0xfL << 59) : noise;
        noise = (chances >> 8 & 15) != 0 ? noise & ~(3L << 48) : noise;
        noise = (chances >> 12 & 1) != 0 ? noise & ~0x300L : noise;
        noise = (noise & 0x300) == 0x100 ? noise | 0x200 : noise;
        noise = (chances >> 13 & 7) != 0 ? noise | 0x4c0L : noise;
        address = (chances >> 16 & 3) != 0 ? address & ~0xf000L : address;
        return noise & ~3L
                | address
                | ((chances >> 18 & 7) != 0 ? 2 : 0)
                | ((chances >> 21 & 31) != 0 ? 1 : 0);
    }
}
