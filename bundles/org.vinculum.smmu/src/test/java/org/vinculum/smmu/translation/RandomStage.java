package org.vinculum.smmu.translation;

import java.util.SplittableRandom;

/// Legal sizes of tables, as random as the architecture allows.
final class RandomStage {
    static final int[] SIZES = {32, 36, 40, 42, 44, 48, 52};
    private static final int[] SHAREABILITIES = {0, 2, 3};

    final SplittableRandom random;
    final int oas;

    RandomStage(SplittableRandom random, int oas) {
        this.random = random;
        this.oas = oas;
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    int shareability() {
        return SHAREABILITIES[random.nextInt(3)];
    }

    private int granule() {
        return 12 + 2 * random.nextInt(3);
    }

    private boolean ds(int granule) {
        return oas == 52 && granule != 16 && oneIn(3);
    }

    private static int start(int granule, int bits) {
        int start = 3;
        while (granule + (4 - start) * (granule - 3) < bits) {
            start--;
        }
        return start;
    }

    private static int index(int granule, int bits, int start) {
        return bits - (granule + (3 - start) * (granule - 3));
    }

    private long base() {
        return random.nextLong() & Bed.RAM / 2 - 1 & -64;
    }

    private int outputBits(int coded) {
        return Math.min(oas, SIZES[Math.min(coded, 6)]);
    }

    /// Stage 1 in the first words of a context descriptor.
    ///
    /// @param updates 0 none, 1 access flags, 2 dirty state too
    SlowStage one(long[] cd, boolean upper, int updates) {
        int granule = granule();
        boolean ds = ds(granule);
        int most = oas == 52 && (ds || granule == 16) ? 52 : 48;
        int least = oas == 52 ? granule == 16 ? 17 : 16 : 25;
        int bits = least + random.nextInt(most - least + 1);
        int start = start(granule, bits);
        int ips = random.nextInt(8);
        long base = base();
        boolean affd = random.nextBoolean();
        boolean ha = updates > 0;
        boolean hd = updates > 1 && random.nextBoolean();
        int share = shareability();
        long size = 64 - bits;
        if (upper) {
            long coded = granule == 12 ? 2 : granule == 14 ? 1 : 3;
            cd[0] = size << 16 | coded << 22 | (long) share << 28 | 1L << 14;
            cd[2] = base;
        } else {
            long coded = granule == 12 ? 0 : granule == 14 ? 2 : 1;
            cd[0] = size | coded << 6 | (long) share << 12 | 1L << 30;
            cd[1] = base;
        }
        cd[2] |= ds ? 1L << 58 : 0;
        cd[0] |=
                1L << 31
                        | (long) ips << 32
                        | (affd ? 1L << 35 : 0)
                        | 1L << 41
                        | (hd ? 1L << 42 : 0)
                        | (ha ? 1L << 43 : 0);
        long aligned = base & -1L << Math.max(6, index(granule, bits, start) + 3);
        return new SlowStage(
                aligned, granule, bits, start, ds, share, outputBits(ips), affd, ha, hd, oas);
    }

    /// Stage 2 in a stream table entry.
    SlowStage two(long[] ste, int updates) {
        int granule = granule();
        boolean ds = ds(granule);
        int most = Math.min(oas, ds || granule == 16 ? 52 : 48);
        int least = granule == 12 ? 25 : 26;
        int bits = least + random.nextInt(most - least + 1);
        int start = start(granule, bits);
        int index = index(granule, bits, start);
        boolean tooHigh = granule == 14 && start == 0 && !ds;
        if (index <= 4 && start < 3 && (tooHigh || random.nextBoolean())) {
            start++;
            index += granule - 3;
        }
        if (start == 3 && granule == 12) {
            start = 2;
            index -= 9;
        }
        int ps = random.nextInt(8);
        long base = base();
        boolean affd = random.nextBoolean();
        boolean ha = updates > 0;
        boolean hd = updates > 1 && random.nextBoolean();
        int share = shareability();
        long sl = granule == 12 ? start == -1 ? 0 : 2 - start : 3 - start;
        long tg = granule == 12 ? 0 : granule == 14 ? 2 : 1;
        ste[2] =
                7
                        | (long) (64 - bits) << 32
                        | sl << 38
                        | (long) share << 44
                        | tg << 46
                        | (long) ps << 48
                        | 1L << 51
                        | (affd ? 1L << 53 : 0)
                        | (hd ? 1L << 55 : 0)
                        | (ha ? 1L << 56 : 0);
        ste[3] = base | (start == -1 ? 4 : 0) | (ds ? 8 : 0);
        long aligned = base & -1L << Math.max(6, index + 3);
        return new SlowStage(
                aligned, granule, bits, start, ds, share, outputBits(ps), affd, ha, hd, oas);
    }
}
