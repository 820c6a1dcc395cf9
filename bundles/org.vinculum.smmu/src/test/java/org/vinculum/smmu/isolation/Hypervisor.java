package org.vinculum.smmu.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Gives a guest's stream a stage 2 that is valid and maps a known set of pages and blocks, and later changes it by the
/// book.
final class Hypervisor {
    static final long DIRTY_MANAGED = 1L << 51;
    private static final long CONTIGUOUS = 1L << 52;
    private static final long WINDOW = 1 << 18;

    private final WatchedMemory memory;
    private final Driver driver;
    private final SplittableRandom random;

    final Domain domain = new Domain();
    final Stage2Shape shape;
    final int stream;
    final int config;
    final int ats;
    final boolean updates;

    /// Whether reads are made instruction fetches.
    final boolean fetches;

    private final boolean dirty;
    private final int vmid;
    private final Stage2Tables tables;
    private final List<Made> made = new ArrayList<>();

    private record Made(Mapping mapping, int leaf) {}

    Hypervisor(WatchedMemory memory, Driver driver, SplittableRandom random, int oas) {
        this.memory = memory;
        this.driver = driver;
        this.random = random;
        this.shape = Stage2Shape.random(random, oas);
        this.stream = random.nextInt(16);
        this.vmid = 1 + random.nextInt(3);
        this.config = random.nextInt(4) == 0 ? 6 : 7;
        this.updates = random.nextInt(3) == 0;
        this.fetches = random.nextInt(6) == 0;
        this.dirty = updates && random.nextBoolean();
        this.tables = new Stage2Tables(memory, shape, random);
        this.ats = config == 7 && random.nextInt(4) == 0 ? 2 : 0;
        populate();
        memory.belongsTo(domain);
    }

    private void populate() {
        if (random.nextInt(8) == 0) {
            block(0);
        }
        int page = shape.pageBits();
        for (long ipa = 0; ipa < WINDOW; ipa += 1L << page) {
            if (random.nextInt(10) < 8) {
                page(ipa);
            }
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            page(random.nextLong() & inputs() & (random.nextBoolean() ? 0xf_ffff : -1L));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            block(random.nextLong() & inputs());
        }
        if (page == 12 && random.nextInt(3) == 0) {
            contiguous(random.nextLong() & inputs() & 0xf_ffff);
        }
    }

    private long inputs() {
        return (1L << shape.inputBits()) - 1;
    }

    private boolean page(long ipa) {
        return map(ipa, shape.pageBits(), shape.pageBits(), 0);
    }

    private void block(long ipa) {
        int leaf = shape.pageBits() + shape.stride() * (1 + random.nextInt(3));
        if (leaf <= Math.min(shape.largest(), shape.startShift())
                && leaf < shape.inputBits()
                && leaf < shape.outputBits() - 1) {
            map(ipa, leaf, leaf, 0);
        }
    }

    private void contiguous(long ipa) {
        map(ipa, 16, 12, CONTIGUOUS);
    }

    private boolean map(long ipa, int log2Size, int leaf, long more) {
        long start = ipa & -1L << log2Size;
        if (domain.overlaps(start, log2Size)) {
            return false;
        }
        boolean writable = random.nextInt(3) != 0;
        boolean managed = dirty && writable && random.nextBoolean();
        var mapping =
                new Mapping(start, physical(log2Size), log2Size, random.nextInt(12) != 0, writable);
        boolean done =
                tables.map(
                        mapping,
                        leaf,
                        more | (managed ? DIRTY_MANAGED : 0),
                        !updates || random.nextBoolean());
        if (done) {
            domain.mappings.add(mapping);
            made.add(new Made(mapping, leaf));
        }
        return done;
    }

    /// Where guests' memory is, or elsewhere where there is no memory of anybody.
    private long physical(int log2Size) {
        long within = -1L << log2Size;
        if (random.nextInt(12) != 0 && log2Size < 22) {
            boolean high = shape.outputBits() == 52 && random.nextInt(3) == 0;
            long bank = high ? WatchedMemory.HIGH_GUESTS : WatchedMemory.GUESTS;
            return bank | random.nextInt(WatchedMemory.GUEST_BYTES) & within;
        }
        int bits = shape.outputBits();
        return bits < 40
                ? WatchedMemory.GUESTS & within
                : 1L << bits - 1 | random.nextLong() & (1L << bits - 1) - 1 & within;
    }

    /// Makes the stream's entry.
    ///
    /// @param context the guest's: S1ContextPtr, S1Fmt and S1CDMax in place
    /// @param substreams the guest's S1DSS
    void install(long context, int substreams) {
        long at = Driver.STREAMS + 64L * stream;
        memory.set(at, 1 | (long) config << 1 | context);
        memory.set(
                at + 8,
                substreams
                        | (random.nextBoolean() ? 1L << 25 : 0)
                        | (long) ats << 28
                        | 1L << 44
                        | (long) random.nextInt(4) << 48
                        | (fetches ? 3L : random.nextInt(3)) << 50);
        memory.set(
                at + 16,
                shape.word2()
                        | vmid
                        | (random.nextBoolean() && !updates ? 1L << 53 : 0)
                        | (random.nextInt(6) == 0 ? 1L << 54 : 0)
                        | (dirty ? 1L << 55 : 0)
                        | (updates ? 1L << 56 : 0)
                        | (ats == 0 && random.nextInt(8) == 0 ? 1L << 57 : 0)
                        | 1L << 58);
        memory.set(at + 24, tables.base() | shape.word3());
        driver.streamHasChanged(stream);
        driver.forgetAllOf(vmid);
    }

    /// Changes what is mapped, and invalidates as much as is needed.
    void remap() {
        if (random.nextInt(3) == 0) {
            rebuild();
        } else {
            replaceSome();
        }
    }

    /// Gives up all tables and makes others, in the same memory.
    private void rebuild() {
        tables.clear();
        tables.startAt(random.nextInt(4));
        domain.mappings.clear();
        made.clear();
        forgetEverything();
        populate();
    }

    private void forgetEverything() {
        if (random.nextBoolean()) {
            driver.forgetAllOf(vmid);
        } else {
            driver.forgetAll();
        }
    }

    private void replaceSome() {
        boolean one = random.nextBoolean();
        List<Mapping> gone = new ArrayList<>();
        for (int i = made.size() - 1; i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                Made old = made.remove(i);
                tables.unmap(old.mapping(), old.leaf());
                domain.mappings.remove(old.mapping());
                gone.add(old.mapping());
                if (one) {
                    forget(old);
                }
            }
        }
        if (one) {
            driver.forgetStage1Of(vmid);
        } else {
            forgetEverything();
        }
        for (Mapping old : gone) {
            if (random.nextBoolean() && old.log2Size() == shape.pageBits()) {
                page(old.ipa());
            }
        }
    }

    private void forget(Made old) {
        for (long at = 0; at < old.mapping().size(); at += 1L << old.leaf()) {
            driver.forget(vmid, old.mapping().ipa() + at, random.nextBoolean());
        }
    }

    /// The domain ends.
    void leave() {
        driver.endStalls(stream);
        memory.set(Driver.STREAMS + 64L * stream, 1);
        driver.streamHasChanged(stream);
        driver.forgetAllOf(vmid);
        tables.clear();
    }
}
