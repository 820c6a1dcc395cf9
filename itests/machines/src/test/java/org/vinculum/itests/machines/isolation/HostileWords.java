package org.vinculum.itests.machines.isolation;

import java.util.SplittableRandom;

/// Numbers that a guest may try: what could pass for a descriptor, an address, a stream's ID; and those of others.
final class HostileWords {
    private final SplittableRandom random;
    private final boolean namesHost;

    /// @param namesHost it has got to know where the machine's RAM is, and tries that too; otherwise that never occurs, so that
    ///     wherever it turns up it has been given away
    HostileWords(SplittableRandom random, boolean namesHost) {
        this.random = random;
        this.namesHost = namesHost;
    }

    /// A guest physical address, or one that it hopes is not.
    long address() {
        return switch (random.nextInt(16)) {
            case 0 -> namesHost ? Ledger.RAM + (random.nextLong() & Ledger.BYTES - 1) : 0;
            case 1 -> unnamed(random.nextLong() & 0xf_ffff_ffff_ffffL);
            case 2 -> GuestLayout.WINDOW + random.nextInt(1 << GuestLayout.WINDOW_BITS);
            case 3, 4 -> GuestLayout.RAM + random.nextInt(1 << GuestLayout.RAM_BITS);
            default -> GuestLayout.TABLES + random.nextInt(1 << GuestLayout.TABLE_BITS);
        };
    }

    /// Mostly a table or page, accessed, writable.
    long word() {
        if (random.nextInt(16) == 0) {
            return unnamed(random.nextLong());
        }
        long noise = random.nextLong() & 0xfff8_0000_0000_0ffcL;
        noise = random.nextInt(4) != 0 ? noise & ~(0xfL << 59) & ~0x300L : noise;
        noise = random.nextInt(8) != 0 ? noise & ~0x80L | 0x440L : noise;
        noise = random.nextBoolean() ? noise & ~0x300L : noise;
        long place = address() & (random.nextBoolean() ? ~0xfffL : ~0xffffL);
        long kind = random.nextInt(24) == 0 ? random.nextInt(4) : 3;
        return noise | place | kind;
    }

    /// Whatever it is, it does not name the machine's RAM unless that is wanted.
    long unnamed(long word) {
        boolean named = Ledger.isRam(word & 0xffff_ffff_f000L);
        return named && !namesHost ? word ^ 1L << 38 : word;
    }

    /// An address as a device issues it.
    long virtual() {
        long address = random.nextLong();
        return unnamed(
                switch (random.nextInt(8)) {
                    case 0 -> address >>> random.nextInt(64);
                    case 1 -> address() | address & 0xff0;
                    case 2 -> GuestLayout.WINDOW | address & (1 << GuestLayout.WINDOW_BITS) - 1;
                    case 3 -> ~address & 0xffffL << 48 | address & 0x7f_ffff_ffffL;
                    default -> address & 0x7f_ffff_ffffL;
                });
    }

    /// Its own streams, others' numbers of streams, or no number of any stream.
    int stream() {
        return switch (random.nextInt(8)) {
            case 0 -> Topology.FIRST_PSID + random.nextInt(Topology.SLOTS);
            case 1 -> random.nextInt();
            case 2 -> random.nextInt(256);
            default -> Topology.FIRST_VSID + random.nextInt(Topology.SMMUS);
        };
    }

    /// Words 0 to 3 of a descriptor that is valid for the better part.
    ///
    /// @param stalls its guest may have transactions wait
    void context(long[] words, boolean stalls) {
        words[0] =
                spoiled(
                        (random.nextInt(3) == 0 ? 16L + random.nextInt(24) : 25)
                                | (long) (random.nextInt(4) == 0 ? random.nextInt(3) : 0) << 6
                                | (random.nextInt(8) == 0 ? 1L << 14 : 0)
                                | (random.nextInt(32) == 0 ? 1L << 15 : 0)
                                | (long) (16 + random.nextInt(24)) << 16
                                | (long) (1 + random.nextInt(3)) << 22
                                | 1L << 30
                                | 1L << 31
                                | (long) random.nextInt(8) << 32
                                | (random.nextBoolean() ? 1L << 35 : 0)
                                | (long) random.nextInt(4) << 38
                                | 1L << 41
                                | (random.nextInt(8) == 0 ? (long) random.nextInt(4) << 42 : 0)
                                | (random.nextInt(stalls ? 2 : 64) == 0 ? 1L << 44 : 0)
                                | 3L << 45
                                | (long) random.nextInt(4) << 48);
        words[1] = spoiled(address() & ~0xfffL);
        words[2] = spoiled(address() & ~0xfffL);
        words[3] = random.nextLong();
    }

    /// Words 0 and 1 of a stream's entry; the others are the hypervisor's to set, and tried all the same.
    ///
    /// @param ats its guest may let devices ask for translations
    void entry(long[] words, boolean ats) {
        int config = random.nextInt(16) == 0 ? random.nextInt(8) : 5;
        config = random.nextInt(12) == 0 ? 4 : config;
        long context = random.nextInt(16) == 0 ? address() : GuestLayout.CONTEXTS;
        long most = random.nextInt(4) == 0 ? random.nextInt(12) : 0;
        words[0] =
                spoiled(
                        (random.nextInt(32) == 0 ? 0 : 1)
                                | config << 1
                                | (random.nextInt(4) == 0 ? random.nextInt(4) << 4 : 0)
                                | (context + 64L * random.nextInt(32)) & ~0x3fL
                                | most << 59);
        words[1] =
                spoiled(
                        random.nextInt(8) == 0
                                ? random.nextLong() & ~(1L << 27)
                                : random.nextInt(1 << 8)
                                        | (ats && random.nextInt(4) != 0 ? 1L << 28 : 0));
        for (int i = 2; i < 8; i++) {
            words[i] = random.nextInt(4) == 0 ? unnamed(random.nextLong()) : 0;
        }
    }

    long spoiled(long word) {
        return unnamed(random.nextInt(64) == 0 ? word ^ 1L << random.nextInt(64) : word);
    }
}
