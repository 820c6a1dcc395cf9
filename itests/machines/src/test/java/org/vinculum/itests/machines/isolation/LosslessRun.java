package org.vinculum.itests.machines.isolation;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.vinculum.domain.Domain;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FTranslation;

/// Two guests that behave among six that do not. After each CMD_SYNC of theirs what they invalidated is gone on every SMMU,
/// their syncs come to an end, who waits for them is told of, and what they are not told of they are told has been lost.
final class LosslessRun {
    /// Rounds of the machine in which anything that was asked for has come about.
    static final int PATIENCE = 4_000;

    private static final int PLAIN = 0;
    private static final int STALLING = 2;
    private static final long FIRST = 0x10_0000L;
    private static final long NOWHERE = 0x70_0000L;
    private static final int PAGES = 8;
    private static final int STORM = 600;
    private static final int FLOOD = 5_000;
    private static final int FULL = 4_096;
    private static final int CHANCES = 64;

    /// Events that nobody waits for, before one that somebody does: more than a guest is told in a round.
    private static final int FORBIDDEN = 100;

    private final SplittableRandom random;
    private final Ledger ledger = new Ledger();
    private final Places places = new Places();
    private final Machine machine;
    private final BiConsumer<Machine, Population> besides;
    private final Watch watch;
    private final Devices devices;
    private final HostileGuest[] guests = new HostileGuest[Topology.GUESTS];
    private final Records[] records = new Records[Topology.GUESTS];
    private final Population population;
    private final WellBehaved plain;
    private final WellBehaved stalling;
    private int patience = PATIENCE;
    private long cycles;
    private long stalls;
    private long lost;
    private long floods;
    private String breach;

    LosslessRun(HostileRun.Maker maker, long seed) {
        this(maker, seed, Topology.machine(HostileRun.BUDGET), (_, _) -> {});
    }

    /// @param besides happens again and again, whatever guests and devices do
    LosslessRun(
            HostileRun.Maker maker,
            long seed,
            MachineDescription description,
            BiConsumer<Machine, Population> besides) {
        this.besides = besides;
        random = new SplittableRandom(seed);
        HostileWords words = new HostileWords(random, true);
        watch = new Watch(ledger, words, random);
        machine = maker.start(description, watch, () -> 0);
        devices = new Devices(machine, ledger, places, random, words);
        for (int i = 0; i < guests.length; i++) {
            guests[i] = new HostileGuest(i, random, words);
            records[i] = new Records(i, true);
        }
        population = new Population(machine, watch, ledger, places, guests, records, random);
        Domain first = population.lodge(PLAIN);
        Domain second = population.lodge(STALLING);
        population.settle();
        plain = new WellBehaved(PLAIN, first, this::others);
        stalling = new WellBehaved(STALLING, second, this::others);
    }

    /// @param rounds after which a transaction that waits does so for ever
    LosslessRun impatient(int rounds) {
        patience = rounds;
        return this;
    }

    /// The machine goes on, and the hostile ones with it.
    private void others() {
        besides.accept(machine, population);
        note(watch.haunt());
        machine.schedule(1 + random.nextInt(HostileRun.BUDGET));
        for (int i = random.nextInt(4); i > 0; i--) {
            int guest = random.nextInt(guests.length);
            if (!population.isLodger(guest)) {
                guests[guest].act();
            }
            devices.actOf(i % 2 == 0 ? guest : Topology.GUESTS, population::isLodger);
        }
        if (random.nextInt(512) == 0) {
            population.plug();
        }
    }

    /// @return what was wrong; null for nothing
    String play(int rounds) {
        for (int i = 0; i < rounds && breach == null; i++) {
            cycle();
            if (random.nextInt(4) == 0) {
                stall();
            }
            if (random.nextInt(32) == 0) {
                storm();
            }
            if (random.nextInt(64) == 0) {
                flood();
            }
            others();
            note(devices.breach());
            note(ledger.breach());
            note(stopped());
        }
        if (plain.troubles() + stalling.troubles() != 0) {
            note("a driver gave up waiting, or its command queue stopped");
        }
        if (longest() > PATIENCE) {
            note("a CMD_SYNC took " + longest() + " rounds");
        }
        return breach;
    }

    private void note(String what) {
        breach = breach == null ? what : breach;
    }

    private String stopped() {
        for (HostTraffic host : machine.hostTraffic()) {
            if (host.commandErrors() != host.deviceTimeouts() || host.syncTimeouts() != 0) {
                return "a host's command queue stopped: " + host;
            }
        }
        return null;
    }

    private void cycle() {
        cycles++;
        long address = FIRST + 0x1000L * random.nextInt(PAGES);
        if (plain.isMapped(address)) {
            everywhere(address, plain.page(address));
            plain.unmap(address);
            everywhere(address, -1);
        } else {
            everywhere(address, plain.map(address));
        }
    }

    /// What every device of the guest has to find now.
    ///
    /// @param page guest physical; -1 for none
    private void everywhere(long address, long page) {
        for (int smmu = 0; smmu < Topology.SMMUS; smmu++) {
            if (Topology.has(PLAIN, smmu)) {
                long found = devices.probe(PLAIN, smmu, address | 0x10, Access.WRITE);
                long expected = page < 0 ? Outcome.ABORT : host(plain.domain(), page) | 0x10;
                if (found != expected) {
                    note(
                            "smmu %d: 0x%x leads to 0x%x, not to 0x%x, cycle %d"
                                    .formatted(smmu, address, found, expected, cycles));
                }
            }
        }
    }

    private static long host(Domain domain, long guest) {
        for (Domain.Mapping mapping : domain.mappings()) {
            long offset = guest - mapping.guest().start().value();
            if (Long.compareUnsigned(offset, mapping.guest().size()) < 0) {
                return mapping.host() + offset;
            }
        }
        throw new IllegalArgumentException("0x" + Long.toHexString(guest));
    }

    /// A device waits until its guest has given it a page.
    private void stall() {
        long address = FIRST + 0x1000L * random.nextInt(PAGES);
        int smmu = random.nextInt(2);
        if (stalling.isMapped(address)) {
            stalling.unmap(address);
        }
        for (int i = random.nextInt(4) == 0 ? FORBIDDEN : 0; i > 0; i--) {
            devices.probe(STALLING, smmu, address, Access.READ | Access.TRANSLATED);
        }
        long found = devices.probe(STALLING, smmu, address, Access.READ);
        if (found != Outcome.STALLED) {
            note(
                    "smmu %d: 0x%x of a stream that stalls leads to 0x%x"
                            .formatted(smmu, address, found));
            return;
        }
        stalls++;
        int stag = devices.stag();
        boolean answered = false;
        for (int i = 0; i < patience; i++) {
            others();
            boolean served = random.nextBoolean();
            if (served) {
                stalling.serve();
            }
            answered |= served;
            Release release = devices.takeRelease(STALLING, smmu, stag);
            if (release != null && !answered) {
                note("a transaction that waited was ended before its guest knew of it");
                return;
            }
            if (release == Release.RETRY) {
                retry(smmu, address);
                return;
            }
            if (release != null) {
                note("a transaction that waited was ended with " + release);
                return;
            }
        }
        note("a transaction waits for ever");
    }

    private void retry(int smmu, long address) {
        long expected = host(stalling.domain(), stalling.page(address));
        if (devices.probe(STALLING, smmu, address, Access.READ) != expected) {
            note("a transaction that waited was not let through again");
        }
        int told = 0;
        for (Event event : stalling.takeEvents()) {
            boolean it = event instanceof FTranslation fault && fault.fault().stall();
            told += it && event.streamId() == Topology.vsid(smmu) ? 1 : 0;
        }
        if (told != 1) {
            note("a transaction waits, and its guest was told %d times".formatted(told));
        }
    }

    /// More faults than the guest can be told of.
    private void storm() {
        plain.serve();
        plain.takeEvents();
        long before = plain.overflows();
        for (int i = 0; i < STORM; i++) {
            devices.probe(PLAIN, random.nextInt(Topology.SMMUS), NOWHERE, Access.READ);
        }
        settle();
        plain.serve();
        int told = plain.takeEvents().size();
        lost += STORM - told;
        if (told < STORM && plain.overflows() == before) {
            note("of %d events %d were told, and none was said to be lost".formatted(STORM, told));
        }
    }

    /// Until everything has arrived.
    private void settle() {
        for (int i = 0; i < PATIENCE && machine.schedule(HostileRun.BUDGET); i++) {
            // it goes on
        }
    }

    /// More faults than an SMMU can record: that some are lost is said once. Whoever makes them is soon kept from it.
    private void flood() {
        int smmu = random.nextInt(Topology.SMMUS);
        settle();
        HostTraffic before = machine.hostTraffic().get(smmu);
        for (int i = 0; i < FLOOD; i++) {
            devices.probe(Topology.GUESTS, smmu, NOWHERE, Access.READ);
        }
        for (int i = 0; i < CHANCES; i++) {
            besides.accept(machine, population);
        }
        settle();
        HostTraffic after = machine.hostTraffic().get(smmu);
        boolean full = after.events() - before.events() >= FULL;
        long seen = after.overflows() - before.overflows();
        floods += full ? 1 : 0;
        if (seen != (full ? 1 : 0)) {
            note("an overflow of smmu %d was seen %d times".formatted(smmu, seen));
        }
    }

    long longest() {
        return Math.max(plain.longest(), stalling.longest());
    }

    @Override
    public String toString() {
        return "%d cycles, %d CMD_SYNCs, at most %d rounds for one, %d stalls, %d events lost and said to be, %d floods"
                .formatted(
                        cycles, plain.syncs() + stalling.syncs(), longest(), stalls, lost, floods);
    }
}
