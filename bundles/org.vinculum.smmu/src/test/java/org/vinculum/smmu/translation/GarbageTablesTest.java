package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.cache.CacheSizes;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;

/// Whatever tables contain, the engine finds what the text of the architecture says: random memory, configurations and
/// transactions. The number of cases is `vinculum.cases`, the seed `vinculum.seed`.
class GarbageTablesTest {
    private static final int CASES = Integer.getInteger("vinculum.cases", 60_000);
    private static final long SEED = Long.getLong("vinculum.seed", 20_26L);
    private static final int PER_CONFIGURATION = 24;
    private static final int PER_MEMORY = 40;
    private static final long CONTEXT = 0x2000;
    private static final int[] SIZES = {32, 36, 40, 42, 44, 48, 52};

    @Test
    void withoutCachesTheEngineAgreesWithTheText() {
        play(CacheSizes.NONE, Bed.IDR5);
    }

    @Test
    void withCachesTheEngineAgreesWithTheText() {
        play(CacheSizes.ORDINARY, Bed.IDR5);
    }

    @Test
    void withTinyCachesTheEngineAgreesWithTheText() {
        play(new CacheSizes(2, 4, 2, 2), Bed.IDR5);
    }

    @Test
    void with44BitsTheEngineAgreesWithTheText() {
        play(CacheSizes.ORDINARY, 0x74);
    }

    private static void play(CacheSizes sizes, int idr5) {
        SplittableRandom random = new SplittableRandom(SEED);
        Bed bed = new Bed(sizes, Bed.IDR0, idr5);
        for (int round = 0; round < CASES / PER_CONFIGURATION; round++) {
            if (round % PER_MEMORY == 0) {
                fill(bed, random);
            }
            bed.engine.invalidation().allConfiguration();
            bed.engine.invalidation().allNonHyp();
            bed.engine.invalidation().allEl2();
            configured(bed, random, SIZES[idr5 & 7]);
        }
    }

    private static void fill(Bed bed, SplittableRandom random) {
        for (long at = 0; at < Bed.RAM; at += 8) {
            bed.ram.setLong(at, descriptor(random));
        }
    }

    /// Mostly valid, mostly a table or page within RAM.
    private static long descriptor(SplittableRandom random) {
        long noise = random.nextLong() & 0xfffb_0000_0000_0ffcL;
        long address = random.nextLong() & Bed.RAM - 1 & -4096;
        if (random.nextInt(60) == 0) {
            address = random.nextLong() & 0x000f_ffff_ffff_f000L;
        }
        noise = random.nextInt(4) != 0 ? noise & ~(0xfL << 59) : noise;
        noise = random.nextInt(20) != 0 ? noise & ~0x300L & ~(3L << 48) : noise;
        noise = random.nextInt(12) != 0 ? noise | 0x4c0L : noise;
        address = random.nextInt(3) != 0 ? address & ~0xf000L : address;
        return noise & ~3L
                | address
                | (random.nextInt(10) != 0 ? 2 : 0)
                | (random.nextInt(40) != 0 ? 1 : 0);
    }

    private static void configured(Bed bed, SplittableRandom random, int oas) {
        SlowWalk slow = new SlowWalk(bed.ram::getLong, Bed.RAM, oas);
        int stages = 1 + random.nextInt(3);
        boolean updates = stages < 3 && random.nextInt(4) == 0;
        boolean el2 = stages == 1 && random.nextInt(4) == 0;
        boolean upper = !el2 && random.nextBoolean();
        long[] ste = new long[8];
        ste[0] = 1 | (4L | stages) << 1;
        ste[1] = (el2 ? 2L : 0) << 30 | 1L << 44;
        if ((stages & 2) != 0) {
            stage2(slow, random, oas, ste, updates);
        }
        bed.stream(3, ste);
        if ((stages & 1) != 0) {
            long[] cd = stage1(slow, random, oas, el2, upper, updates);
            long context = place(bed, slow, random, cd);
            if (context < 0) {
                return;
            }
            ste[0] |= context;
        }
        bed.stream(3, ste);
        for (int i = 0; i < PER_CONFIGURATION; i++) {
            transaction(bed, slow, random, upper);
        }
    }

    /// Puts a descriptor where stage 2, if there is one, lets it be read; -1 when that is nowhere.
    private static long place(Bed bed, SlowWalk slow, SplittableRandom random, long[] cd) {
        for (int attempt = 0; attempt < 100; attempt++) {
            long address = slow.two == null ? CONTEXT : random.nextLong() & Bed.RAM - 1 & -64;
            long where = slow.context(address);
            boolean streams = where >>> 12 == Bed.STREAMS >>> 12;
            if (where >= 0 && !streams) {
                bed.words(where, cd);
                if (slow.context(address) == where) {
                    return address;
                }
            }
        }
        return -1;
    }

    private static long[] stage1(
            SlowWalk slow,
            SplittableRandom random,
            int oas,
            boolean el2,
            boolean upper,
            boolean updates) {
        int granule = 12 + 2 * random.nextInt(3);
        boolean ds = oas == 52 && granule != 16 && random.nextInt(3) == 0;
        int most = oas == 52 && (ds || granule == 16) ? 52 : 48;
        int least = oas == 52 ? granule == 16 ? 17 : 16 : 25;
        int bits = least + random.nextInt(most - least + 1);
        int start = 3;
        while (granule + (3 - start) * (granule - 3) + granule - 3 < bits) {
            start--;
        }
        int ips = random.nextInt(8);
        int out = Math.min(oas, SIZES[Math.min(ips, 6)]);
        long base = base(random);
        int index = bits - (granule + (3 - start) * (granule - 3));
        long aligned = base & -1L << Math.max(6, index + 3);
        boolean affd = random.nextBoolean();
        boolean hd = updates && random.nextBoolean();
        SlowWalk.Rules rules =
                new SlowWalk.Rules(
                        el2,
                        random.nextInt(4) == 0,
                        !el2 && random.nextInt(4) == 0,
                        random.nextInt(3) == 0,
                        random.nextInt(12) == 0);
        slow.one = new SlowWalk.Stage(aligned, granule, bits, start, ds, out, affd, updates, hd);
        slow.rules = rules;
        long size = 64 - bits;
        long[] cd = new long[8];
        if (upper) {
            long coded = granule == 12 ? 2 : granule == 14 ? 1 : 3;
            cd[0] = size << 16 | coded << 22 | 1L << 14;
            cd[2] = base | (rules.had() ? 2 : 0) | (rules.e0pd() ? 4 : 0);
        } else {
            long coded = granule == 12 ? 0 : granule == 14 ? 2 : 1;
            cd[0] = size | coded << 6 | 1L << 30;
            cd[1] = base | (rules.had() ? 2 : 0) | (rules.e0pd() ? 4 : 0);
        }
        cd[2] |= ds ? 1L << 58 : 0;
        cd[0] |=
                1L << 31
                        | (long) ips << 32
                        | (affd ? 1L << 35 : 0)
                        | (rules.wxn() ? 1L << 36 : 0)
                        | (rules.pan() ? 1L << 40 : 0)
                        | 1L << 41
                        | (hd ? 1L << 42 : 0)
                        | (updates ? 1L << 43 : 0)
                        | 3L << 45;
        cd[3] = 0xff44_0c04_00bb_00ffL;
        return cd;
    }

    private static void stage2(
            SlowWalk slow, SplittableRandom random, int oas, long[] ste, boolean updates) {
        int granule = 12 + 2 * random.nextInt(3);
        boolean ds = oas == 52 && granule != 16 && random.nextInt(3) == 0;
        int most = Math.min(oas, ds || granule == 16 ? 52 : 48);
        int least = granule == 12 ? 25 : 26;
        int bits = least + random.nextInt(most - least + 1);
        int start = 3;
        while (granule + (3 - start) * (granule - 3) + granule - 3 < bits) {
            start--;
        }
        int index = bits - (granule + (3 - start) * (granule - 3));
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
        int out = Math.min(oas, SIZES[Math.min(ps, 6)]);
        long base = base(random);
        boolean affd = random.nextBoolean();
        boolean hd = updates && random.nextBoolean();
        slow.ptw = random.nextInt(5) == 0;
        slow.fwb = random.nextBoolean();
        slow.two =
                new SlowWalk.Stage(
                        base & -1L << Math.max(6, index + 3),
                        granule,
                        bits,
                        start,
                        ds,
                        out,
                        affd,
                        updates,
                        hd);
        long sl = granule == 12 ? start == -1 ? 0 : 2 - start : 3 - start;
        long tg = granule == 12 ? 0 : granule == 14 ? 2 : 1;
        ste[1] |= slow.fwb ? 1L << 25 : 0;
        ste[2] =
                7
                        | (long) (64 - bits) << 32
                        | sl << 38
                        | tg << 46
                        | (long) ps << 48
                        | 1L << 51
                        | (affd ? 1L << 53 : 0)
                        | (slow.ptw ? 1L << 54 : 0)
                        | (hd ? 1L << 55 : 0)
                        | (updates ? 1L << 56 : 0)
                        | 1L << 58;
        ste[3] = base | (start == -1 ? 4 : 0) | (ds ? 8 : 0);
    }

    private static long base(SplittableRandom random) {
        return random.nextLong() & Bed.RAM / 2 - 1 & -64;
    }

    private static void transaction(
            Bed bed, SlowWalk slow, SplittableRandom random, boolean upper) {
        long address = random.nextLong();
        SlowWalk.Stage input = slow.one != null ? slow.one : slow.two;
        if (random.nextInt(16) != 0) {
            address &= (1L << input.inputBits()) - 1;
            address |= slow.one != null && upper ? -1L << input.inputBits() : 0;
        }
        int access =
                switch (random.nextInt(4)) {
                    case 0 -> Access.WRITE;
                    case 1 -> Access.READ | Access.INSTRUCTION;
                    default -> Access.READ;
                };
        boolean privileged = random.nextBoolean();
        String expected =
                slow.translate(
                        address,
                        upper,
                        access == Access.WRITE,
                        (access & Access.INSTRUCTION) != 0,
                        privileged);
        for (int time = 0; time < 2; time++) {
            String found = found(bed, address, access | (privileged ? Access.PRIVILEGED : 0));
            assertThat(found)
                    .as(
                            "seed %d, address %x, access %d, privileged %b, %s, %s, %s",
                            SEED, address, access, privileged, slow.one, slow.rules, slow.two)
                    .isEqualTo(expected);
        }
    }

    private static String found(Bed bed, long address, int access) {
        long output = bed.translate(3, address, access);
        if (output >= 0) {
            return "pa 0x" + Long.toHexString(output);
        }
        Event event = bed.events.getLast();
        Words words = event.encode();
        bed.events.clear();
        int stage = (words.word(1) >> 39 & 1) == 1 ? 2 : 1;
        String why = new String[] {"CD", "TT", "IN"}[(int) (words.word(1) >> 40 & 3)];
        boolean ipa = stage == 2 && event.type() != 11;
        return event.type()
                + " "
                + stage
                + " "
                + why
                + (ipa ? " 0x" + Long.toHexString(words.word(3) & 0x00ff_ffff_ffff_f000L) : "");
    }
}
