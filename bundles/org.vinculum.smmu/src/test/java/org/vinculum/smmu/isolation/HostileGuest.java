package org.vinculum.smmu.isolation;

import java.util.SplittableRandom;

/// Fills its memory with what may look like descriptors and leads to its own pages, to others', to the hypervisor's tables
/// and nowhere; and asks for contexts that are valid for the better part.
final class HostileGuest {
    private static final int LOG2_SMALL = 18;
    private static final int LOG2_WINDOW = 20;

    private final WatchedMemory memory;
    private final SplittableRandom random;
    private int reach = 32;

    HostileGuest(WatchedMemory memory, SplittableRandom random) {
        this.memory = memory;
        this.random = random;
    }

    void fill() {
        for (long at = 0; at < WatchedMemory.GUEST_BYTES; at += 8) {
            memory.set(WatchedMemory.GUESTS + at, word());
            memory.set(WatchedMemory.HIGH_GUESTS + at, word());
        }
    }

    /// An intermediate address, or one that it hopes is not.
    long address() {
        return switch (random.nextInt(24)) {
            case 0 -> WatchedMemory.OTHERS | random.nextInt(1 << LOG2_WINDOW);
            case 1 -> WatchedMemory.HYPERVISOR | random.nextInt(6 << LOG2_WINDOW);
            case 2 -> WatchedMemory.GUESTS | random.nextInt(1 << LOG2_WINDOW);
            case 3 -> random.nextLong() & 0xf_ffff_ffff_ffffL;
            case 4, 5, 6 -> random.nextInt(1 << LOG2_WINDOW);
            default -> random.nextInt(1 << LOG2_SMALL);
        };
    }

    /// Mostly a table or page, accessed, writable.
    long word() {
        if (random.nextInt(16) == 0) {
            return random.nextLong();
        }
        long noise = random.nextLong() & 0xfff8_0000_0000_0ffcL;
        noise = random.nextInt(4) != 0 ? noise & ~(0xfL << 59) & ~0x300L : noise;
        noise = random.nextInt(8) != 0 ? noise & ~0x80L | 0x440L : noise;
        noise = random.nextBoolean() ? noise & ~0x300L : noise;
        long place = address() & (random.nextBoolean() ? ~0xfffL : ~0xffffL);
        long kind = random.nextInt(24) == 0 ? random.nextInt(4) : 3;
        return noise | place | kind;
    }

    /// S1ContextPtr, S1Fmt and S1CDMax in place, with a context descriptor at that place where the guest may write.
    long context(Domain domain) {
        long pointer = place(domain) & ~0x3fL;
        long most = random.nextInt(4) == 0 ? random.nextInt(12) : 0;
        long form = random.nextInt(4);
        Mapping mapping = domain.at(pointer);
        if (mapping != null && memory.holds(mapping.output(pointer))) {
            descriptor(mapping.output(pointer));
        }
        return pointer | form << 4 | most << 59;
    }

    /// Mostly one that the domain has.
    private long place(Domain domain) {
        if (random.nextInt(6) == 0 || domain.mappings.isEmpty()) {
            return address();
        }
        Mapping one = domain.mappings.get(random.nextInt(domain.mappings.size()));
        return one.ipa() + (random.nextLong() & one.size() - 1);
    }

    private void descriptor(long at) {
        boolean updates = random.nextInt(3) == 0;
        reach = 64 - (16 + Math.max(random.nextInt(24), random.nextInt(24)));
        long word0 =
                64 - reach
                        | (long) random.nextInt(3) << 6
                        | (random.nextInt(8) == 0 ? 1L << 14 : 0)
                        | (random.nextInt(16) == 0 ? 1L << 15 : 0)
                        | (long) (16 + random.nextInt(24)) << 16
                        | (long) (1 + random.nextInt(3)) << 22
                        | (random.nextInt(3) == 0 ? 0 : 1L << 30)
                        | 1L << 31
                        | (long) random.nextInt(8) << 32
                        | (random.nextBoolean() ? 1L << 35 : 0)
                        | (long) random.nextInt(4) << 38
                        | 1L << 41
                        | (updates ? (long) random.nextInt(4) << 42 : 0)
                        | (random.nextInt(8) == 0 ? 1L << 44 : 0)
                        | 3L << 45
                        | random.nextLong() << 48;
        memory.set(at, spoiled(word0));
        memory.set(at + 8, spoiled(address() & ~0x3fL));
        memory.set(at + 16, spoiled(address() & ~0x3fL | (random.nextInt(4) == 0 ? 1L << 58 : 0)));
        memory.set(at + 24, random.nextLong());
    }

    private long spoiled(long word) {
        return random.nextInt(24) == 0 ? word ^ 1L << random.nextInt(64) : word;
    }

    /// A virtual address, within reach of either table or not.
    long virtual() {
        if (random.nextInt(6) == 0) {
            return random.nextLong() >>> random.nextInt(64);
        }
        long address = random.nextLong() & (1L << reach) - 1;
        return random.nextInt(4) == 0 ? ~address : address;
    }
}
