package org.vinculum.smmu.isolation;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// Memory of a hypervisor, of guests and of others. Each page is RAM of its own, so a model has to ask for each page that
/// it turns to; one that is neither the hypervisor's nor the domain's is noted.
///
/// What belongs to others, and each descriptor that the hypervisor has not made valid, leads to others' memory.
final class WatchedMemory implements PhysicalMemory {
    static final long HYPERVISOR = 0x4000_0000L;
    static final long GUESTS = 0x8000_0000L;
    static final long OTHERS = 0xc000_0000L;

    /// More of the guests' memory, where an address needs 52 bits.
    static final long HIGH_GUESTS = 0x000a_0000_4000_0000L;

    static final int GUEST_BYTES = 1 << 20;
    private static final int HYPERVISOR_BYTES = 6 << 20;
    private static final int OTHER_BYTES = 1 << 20;
    private static final int PAGE_BITS = 12;

    private final Bank hypervisor = new Bank(HYPERVISOR, HYPERVISOR_BYTES);
    private final Bank guests = new Bank(GUESTS, GUEST_BYTES);
    private final Bank high = new Bank(HIGH_GUESTS, GUEST_BYTES);
    private final Bank others = new Bank(OTHERS, OTHER_BYTES);
    private Domain domain = new Domain();
    private long requests;
    private boolean escaped;
    private long escape;

    WatchedMemory(SplittableRandom random) {
        for (long at = 0; at < HYPERVISOR_BYTES; at += Long.BYTES) {
            hypervisor.set(at, unused(random));
        }
        for (long at = 0; at < OTHER_BYTES; at += Long.BYTES) {
            others.set(at, canary(at));
        }
    }

    private static final class Bank {
        private final long start;
        private final MemorySegment bytes;
        private final Ram[] pages;

        Bank(long start, int size) {
            this.start = start;
            this.bytes = Arena.ofAuto().allocate(size, 4096);
            this.pages = new Ram[size >>> PAGE_BITS];
            for (int i = 0; i < pages.length; i++) {
                long offset = (long) i << PAGE_BITS;
                pages[i] = new Ram(start + offset, bytes.asSlice(offset, 1 << PAGE_BITS));
            }
        }

        boolean has(long address) {
            return Long.compareUnsigned(address - start, bytes.byteSize()) < 0;
        }

        Ram page(long address) {
            return pages[(int) (address - start >>> PAGE_BITS)];
        }

        long get(long offset) {
            return bytes.get(ValueLayout.JAVA_LONG, offset);
        }

        void set(long offset, long value) {
            bytes.set(ValueLayout.JAVA_LONG, offset, value);
        }
    }

    /// Not valid, and leading astray whoever takes it for valid.
    private static long unused(SplittableRandom random) {
        return OTHERS | random.nextInt(OTHER_BYTES) & ~0xfff | 0x7fe;
    }

    /// A table, a page, or a word of a context descriptor that leads to others' memory.
    private static long canary(long at) {
        return OTHERS | at & ~0xfff | 0x7c3;
    }

    @Override
    public Ram ram(long address) {
        requests++;
        if (hypervisor.has(address)) {
            return hypervisor.page(address);
        }
        if (!domain.owns(address, Long.BYTES)) {
            escaped = true;
            escape = address;
        }
        Bank bank = bank(address);
        return bank == null ? null : bank.page(address);
    }

    private Bank bank(long address) {
        if (guests.has(address)) {
            return guests;
        }
        if (high.has(address)) {
            return high;
        }
        return others.has(address) ? others : hypervisor.has(address) ? hypervisor : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        return false;
    }

    /// From now on guests' memory is that of this domain.
    void belongsTo(Domain owner) {
        domain = owner;
    }

    boolean escaped() {
        return escaped;
    }

    long escape() {
        return escape;
    }

    /// Pages that the model has asked for.
    long requests() {
        return requests;
    }

    boolean holds(long address) {
        return bank(address) != null;
    }

    long get(long address) {
        Bank bank = bank(address);
        return bank.get(address - bank.start);
    }

    void set(long address, long value) {
        Bank bank = bank(address);
        bank.set(address - bank.start, value);
    }

    /// Whether nobody has written to the memory of others.
    boolean othersAreUntouched() {
        for (long at = 0; at < OTHER_BYTES; at += Long.BYTES) {
            if (others.get(at) != canary(at)) {
                return false;
            }
        }
        return true;
    }

    /// Whether what is valid in the hypervisor's tables is what it has put there: with nothing mapped, nothing is.
    boolean nothingIsMapped() {
        for (long at = 0x10_0000; at < HYPERVISOR_BYTES; at += Long.BYTES) {
            long word = hypervisor.get(at);
            if ((word & 1) != 0 || (word & ~0xf_ffffL) != OTHERS) {
                return false;
            }
        }
        return true;
    }
}
