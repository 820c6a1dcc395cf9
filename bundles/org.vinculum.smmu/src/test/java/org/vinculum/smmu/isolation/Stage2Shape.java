package org.vinculum.smmu.isolation;

import java.util.SplittableRandom;

/// A legal form of stage 2 tables (IHI 0070, 5.2; VMSAv8-64), chosen at random.
///
/// @param pageBits 12, 14 or 16
/// @param wide S2DS
/// @param start level at which walks start, -1 to 3
/// @param size coded, S2PS
/// @param outputBits that descriptors can hold of it
/// @param large descriptors of 64 KiB tables have 52 bits
record Stage2Shape(
        int pageBits,
        boolean wide,
        int inputBits,
        int start,
        int size,
        int outputBits,
        boolean large,
        boolean bigEndian) {
    private static final int[] SIZES = {32, 36, 40, 42, 44, 48, 52, 52};
    private static final int LAST = 3;

    static Stage2Shape random(SplittableRandom random, int oas) {
        int page = 12 + 2 * random.nextInt(3);
        boolean big = oas == 52;
        boolean wide = big && page != 16 && random.nextInt(3) == 0;
        int most = big && (wide || page == 16) ? 52 : 48;
        int least = page == 12 ? 25 : 26;
        int input = least + random.nextInt(most - least + 1);
        int start = LAST;
        while (shift(page, start) + page - 3 < input) {
            start--;
        }
        boolean needed = page == 14 && start == 0 && !wide;
        boolean last = page == 12 && start == 2 && !big;
        if (start < LAST
                && !last
                && input - shift(page, start) <= 4
                && (needed || random.nextBoolean())) {
            start++;
        }
        int coded = random.nextInt(8);
        boolean far = wide || big && page == 16;
        int output = Math.min(SIZES[coded], far ? oas : Math.min(oas, 48));
        boolean swapped = random.nextInt(8) == 0;
        return new Stage2Shape(page, wide, input, start, coded, output, big && page == 16, swapped);
    }

    private static int shift(int page, int level) {
        return page + (page - 3) * (LAST - level);
    }

    int stride() {
        return pageBits - 3;
    }

    int startShift() {
        return shift(pageBits, start);
    }

    int log2StartBytes() {
        return Math.max(6, inputBits - startShift() + 3);
    }

    /// The largest block.
    int largest() {
        return switch (pageBits) {
            case 12 -> shift(pageBits, wide ? 0 : 1);
            case 14 -> shift(pageBits, wide ? 1 : 2);
            default -> shift(pageBits, large ? 1 : 2);
        };
    }

    /// An address as a descriptor holds it.
    long coded(long address) {
        if (wide) {
            return address & ~(3L << 50) | (address >>> 50 & 3) << 8;
        }
        return large ? address & ~(0xfL << 48) | (address >>> 48 & 0xf) << 12 : address;
    }

    /// S2T0SZ, S2SL0, S2TG, S2PS, S2AA64 and S2ENDI in place.
    long word2() {
        long level =
                pageBits != 12 ? LAST - start : start == LAST ? 3 : start == -1 ? 0 : 2 - start;
        long granule = pageBits == 12 ? 0 : pageBits == 14 ? 2 : 1;
        return (long) (64 - inputBits) << 32
                | level << 38
                | granule << 46
                | (long) size << 48
                | 1L << 51
                | (bigEndian ? 1L << 52 : 0);
    }

    /// S2SL0_2 and S2DS in place.
    long word3() {
        return (start == -1 ? 4 : 0) | (wide ? 8 : 0);
    }
}
