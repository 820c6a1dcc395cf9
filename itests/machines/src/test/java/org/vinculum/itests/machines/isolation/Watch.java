package org.vinculum.itests.machines.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// Stands between memory and whoever looks at it: SMMUs, which are watched, and virtual SMMUs. What guests have changes between
/// two looks.
public final class Watch {
    private static final int WORDS_AROUND = 8;

    /// Of which one changes what is seen.
    private static final int LOOKS = 64;

    private final Ledger ledger;
    private final HostileWords words;
    private final SplittableRandom random;
    private final List<Long> canaries = new ArrayList<>();
    private final Ghosts ghosts = new Ghosts();
    private final List<Shown> shown = new ArrayList<>();
    private final boolean[] calm = new boolean[Topology.GUESTS];
    private int coming;
    private PhysicalMemory models;

    Watch(Ledger ledger, HostileWords words, SplittableRandom random) {
        this.ledger = ledger;
        this.words = words;
        this.random = random;
    }

    /// Memory as SMMUs reach it: each page is RAM of its own, so that they have to ask for each.
    public PhysicalMemory models(PhysicalMemory machine) {
        if (models == null) {
            models = new Pages(machine);
        }
        return models;
    }

    /// A guest's domain is about to be made.
    ///
    /// @param behaves what it has does not change under others' eyes
    void comes(int guest, boolean behaves) {
        coming = guest;
        calm[guest] = behaves;
    }

    /// SMMUs that are not as fast as they could be.
    public IommuModelFactory slow(IommuModelFactory models) {
        return new SlowFactory(models, random, ghosts);
    }

    /// Models will follow each other here.
    public void stands(IommuModel place) {
        shown.add(new Shown(place));
    }

    /// Replaced models do what they should not.
    ///
    /// @return what software sees of that or of their successors; null for nothing
    String haunt() {
        ghosts.walk();
        for (Shown one : shown) {
            String breach = one.breach();
            if (breach != null) {
                return breach;
            }
        }
        return null;
    }

    /// Memory of a guest as its virtual SMMU reaches it.
    public PhysicalMemory virtual(PhysicalMemory guest) {
        return calm[coming] ? guest : new Shifting(guest);
    }

    /// Takes a page that is nobody's: it leads whoever takes it for a table to itself, and must stay as it is.
    public void canary(PhysicalMemory machine, long page) {
        canaries.add(page);
        ledger.mark(page, 1L << Ledger.PAGE_BITS, Ledger.CANARY);
        Ram ram = machine.ram(page);
        for (long at = 0; at < 1L << Ledger.PAGE_BITS; at += Long.BYTES) {
            ram.setLong(page - ram.start() + at, canaryWord(page));
        }
    }

    private static long canaryWord(long page) {
        return page | 0x7c3;
    }

    /// Whether nobody has written to any of them.
    boolean canariesAreUntouched(PhysicalMemory machine) {
        for (long page : canaries) {
            Ram ram = machine.ram(page);
            for (long at = 0; at < 1L << Ledger.PAGE_BITS; at += Long.BYTES) {
                if (ram.getLong(page - ram.start() + at) != canaryWord(page)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void shift(Ram ram, long address) {
        long start = address & ~63;
        if (ram.holds(start, 64) && !GuestLayout.isKept(address) && !ledger.isKept(address)) {
            long at = start - ram.start() + 8L * random.nextInt(WORDS_AROUND);
            ram.setLong(at, words.word());
        }
    }

    private final class Pages implements PhysicalMemory {
        private final PhysicalMemory machine;
        private final Ram[] pages = new Ram[(int) (Ledger.BYTES >>> Ledger.PAGE_BITS)];

        Pages(PhysicalMemory machine) {
            this.machine = machine;
        }

        @Override
        public Ram ram(long address) {
            if (!Ledger.isRam(address)) {
                return machine.ram(address);
            }
            ledger.turnedTo(address);
            Ram page = page(address);
            if (ledger.owner(address) > Ledger.HYPERVISOR
                    && ledger.owner(address) <= Topology.GUESTS
                    && !calm[ledger.owner(address) - 1]
                    && random.nextInt(LOOKS) == 0) {
                shift(page, address);
            }
            return page;
        }

        private Ram page(long address) {
            int index = Ledger.page(address);
            if (pages[index] == null) {
                Ram whole = machine.ram(address);
                long start = address & -1L << Ledger.PAGE_BITS;
                pages[index] =
                        new Ram(
                                start,
                                whole.segment()
                                        .asSlice(start - whole.start(), 1L << Ledger.PAGE_BITS));
            }
            return pages[index];
        }

        @Override
        public boolean writeInt(long address, int value) {
            return machine.writeInt(address, value);
        }
    }

    private final class Shifting implements PhysicalMemory {
        private final PhysicalMemory guest;

        Shifting(PhysicalMemory guest) {
            this.guest = guest;
        }

        @Override
        public Ram ram(long address) {
            Ram ram = guest.ram(address);
            if (ram != null && random.nextInt(LOOKS) == 0) {
                shift(ram, address);
            }
            return ram;
        }

        @Override
        public boolean writeInt(long address, int value) {
            return guest.writeInt(address, value);
        }
    }
}
