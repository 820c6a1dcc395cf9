package org.vinculum.itests.machines.isolation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Machine;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.Ram;

/// A device at each place behind each SMMU: hostile, whoever has it. The property is judged here: what gets through is memory
/// of whoever has the stream.
final class Devices {
    private final Ledger ledger;
    private final Places places;
    private final SplittableRandom random;
    private final HostileWords words;
    private final Machine machine;
    private final DmaPort[][] ports = new DmaPort[Topology.SMMUS][Topology.SLOTS];
    private final Outcome outcome = new Outcome();
    private long transactions;
    private long translated;
    private long stalled;
    private long released;
    private long silences;
    private long requests;
    private long handed = -1;
    private final Map<String, Release> releases = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private String breach;

    Devices(
            Machine machine,
            Ledger ledger,
            Places places,
            SplittableRandom random,
            HostileWords words) {
        this.machine = machine;
        this.ledger = ledger;
        this.places = places;
        this.random = random;
        this.words = words;
        for (int smmu = 0; smmu < Topology.SMMUS; smmu++) {
            for (int slot = 0; slot < Topology.SLOTS; slot++) {
                ports[smmu][slot] =
                        machine.connect(Topology.stream(smmu, slot), new Moody(smmu, slot));
            }
        }
    }

    /// It does not always answer.
    private final class Moody implements Device {
        private final int smmu;
        private final int slot;

        Moody(int smmu, int slot) {
            this.smmu = smmu;
            this.slot = slot;
        }

        @Override
        public boolean invalidate(int substreamId, long address, long size, boolean global) {
            boolean answers = random.nextInt(32) != 0;
            silences += answers ? 0 : 1;
            return answers;
        }

        @Override
        public void respond(int substreamId, int group, Response response) {}

        @Override
        public void release(int stag, Release release) {
            released++;
            String name = name(smmu, slot, stag);
            releases.put(name, release);
            if (!waiting.remove(name)) {
                breach = "a transaction was ended that did not wait: " + name;
            }
        }
    }

    private static String name(int smmu, int slot, int stag) {
        return smmu + " " + slot + " " + stag;
    }

    /// How a transaction of a guest's device was ended that waited; null when it has not been.
    Release takeRelease(int guest, int smmu, int stag) {
        return releases.remove(name(smmu, Topology.slot(guest, smmu), stag));
    }

    /// What a guest's device reaches; nothing is moved.
    long probe(int guest, int smmu, long address, int access) {
        int slot = Topology.slot(guest, smmu);
        ledger.works(guest + 1);
        long found = ports[smmu][slot].translate(-1, address, access, outcome);
        if (found == Outcome.STALLED) {
            waiting.add(name(smmu, slot, outcome.stag()));
        }
        ledger.works(Ledger.HYPERVISOR);
        return found;
    }

    /// The name of the transaction that has come to wait last.
    int stag() {
        return outcome.stag();
    }

    String breach() {
        return breach;
    }

    long transactions() {
        return transactions;
    }

    long translated() {
        return translated;
    }

    long stalled() {
        return stalled;
    }

    long released() {
        return released;
    }

    long silences() {
        return silences;
    }

    long requests() {
        return requests;
    }

    /// One device does one thing.
    void act() {
        int smmu = random.nextInt(Topology.SMMUS);
        int slot = random.nextInt(Topology.SLOTS);
        act(smmu, slot);
    }

    /// A device of a guest does one thing, if it is none of those that behave.
    void actOf(int guest, IntPredicate behaves) {
        int smmu = random.nextInt(Topology.SMMUS);
        if (guest == Topology.GUESTS || !behaves.test(guest)) {
            act(smmu, Topology.slot(guest, smmu));
        }
    }

    private void act(int smmu, int slot) {
        int guest = places.guest(smmu, slot);
        int marked = guest == Places.NOBODY ? Topology.guest(smmu, slot) : guest;
        long address = words.virtual() & -1L << Records.MARK_BITS | marked;
        int substream = random.nextInt(8) == 0 ? random.nextInt(8) : -1;
        DmaPort port = ports[smmu][slot];
        ledger.works(guest + 1);
        switch (random.nextInt(24)) {
            case 0, 1 -> ask(port, substream, address);
            case 2 -> {
                requests++;
                int group = random.nextInt(32) << Records.MARK_BITS | marked;
                port.requestPage(substream, address, access(), group, random.nextInt(3) == 0);
            }
            case 3 -> {
                long pretended = handed != -1 && random.nextBoolean() ? handed : words.address();
                pretended = pretended & -1L << Records.MARK_BITS | marked;
                transaction(smmu, slot, -1, pretended, access() | Access.TRANSLATED);
            }
            default -> transaction(smmu, slot, substream, address, access());
        }
        ledger.works(Ledger.HYPERVISOR);
    }

    private int access() {
        int direction = random.nextInt(3) == 0 ? Access.WRITE : Access.READ;
        boolean instruction = direction == Access.READ && random.nextInt(6) == 0;
        return direction
                | (instruction ? Access.INSTRUCTION : 0)
                | (random.nextBoolean() ? Access.PRIVILEGED : 0);
    }

    private void ask(DmaPort port, int substream, long address) {
        long found = port.requestTranslation(substream, address, access(), outcome);
        requests++;
        if (found >= 0) {
            handed = found;
        }
    }

    private void transaction(int smmu, int slot, int substream, long address, int access) {
        int guest = places.guest(smmu, slot);
        long found = ports[smmu][slot].translate(substream, address, access, outcome);
        transactions++;
        if (found == Outcome.STALLED) {
            stalled++;
            waiting.add(name(smmu, slot, outcome.stag()));
        }
        if (found < 0) {
            return;
        }
        translated++;
        long start = found & -outcome.size();
        boolean own =
                guest != Places.NOBODY
                        && mine(guest, found)
                        && mine(guest, start)
                        && mine(guest, start + outcome.size() - 1);
        if (!own) {
            breach =
                    "guest %d reached 0x%x, of %d, by 0x%x, access 0x%x"
                            .formatted(guest, found, ledger.owner(found), address, access);
        } else if ((access & Access.WRITE) != 0 && guest != Topology.GUESTS) {
            write(found);
        }
    }

    private boolean mine(int guest, long physical) {
        boolean window =
                places.window(guest)
                        && physical >>> GuestLayout.WINDOW_BITS
                                == Topology.window(guest) >>> GuestLayout.WINDOW_BITS;
        return ledger.owner(physical) == guest + 1 || window || Topology.isMessage(physical);
    }

    /// Overwrites memory of the guest, which is the guest's own affair.
    private void write(long physical) {
        Ram ram = machine.memory().ram(physical);
        long at = physical & ~7L;
        if (ram != null && !ledger.isKept(at)) {
            ram.setLong(at - ram.start(), words.word());
        }
    }
}
