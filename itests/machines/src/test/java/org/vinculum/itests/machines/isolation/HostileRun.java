package org.vinculum.itests.machines.isolation;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;

/// Eight hostile guests and one without a virtual SMMU on one machine, each step of theirs judged: no memory but the domain's
/// own is reached, no host command stops a queue, no register write takes more than its budget, and records come to their
/// owner alone.
final class HostileRun {
    static final int BUDGET = 32;

    /// What one register write may cause: the budget, the step that it is exceeded to finish, and for each SMMU the CMD_SYNC that
    /// the erratum of one of them wants in a batch, and the one that somebody else has asked for.
    static final int MOST_COMMANDS = BUDGET + 8 + 2 * Topology.SMMUS;

    private final SplittableRandom random;
    private final Ledger ledger = new Ledger();
    private final Places places = new Places();
    private final HostileGuest[] guests = new HostileGuest[Topology.GUESTS];
    private final Records[] records = new Records[Topology.GUESTS];
    private final Watch watch;
    private final Machine machine;
    private final Devices devices;
    private final Population population;
    private long acts;
    private long mostCommands;
    private long hostCommands;
    private String breach;

    /// How a machine is made: our hypervisor's, or a mutant's.
    interface Maker {
        Machine start(MachineDescription description, Watch watch, LongSupplier time);
    }

    /// @param namesHost guests have got to know host physical addresses
    HostileRun(Maker maker, long seed, boolean namesHost) {
        random = new SplittableRandom(seed);
        HostileWords words = new HostileWords(random, namesHost);
        watch = new Watch(ledger, words, random);
        machine = maker.start(Topology.machine(BUDGET), watch, () -> 0);
        devices = new Devices(machine, ledger, places, random, words);
        for (int i = 0; i < guests.length; i++) {
            guests[i] = new HostileGuest(i, random, words);
            records[i] = new Records(i, namesHost);
        }
        population = new Population(machine, watch, ledger, places, guests, records, random);
        population.settle();
    }

    /// Goes on until so many guest commands have been given and registers written.
    ///
    /// @return what was wrong; null for nothing
    String play(long steps) {
        while (breach == null && steps() < steps) {
            acts++;
            act();
            if (breach == null && (acts & 0xffff) == 0) {
                judgeMemory();
            }
        }
        return breach == null ? finished() : breach + ": act " + acts;
    }

    private void act() {
        int choice = random.nextInt(4096);
        if (choice < 2) {
            population.replaceOne();
            lookAtAll();
        } else if (choice < 16) {
            population.plug();
            lookAtAll();
        } else if (choice < 32) {
            population.window();
            lookAtAll();
        } else if (choice < 256) {
            machine.schedule(1 + random.nextInt(128));
            lookAtAll();
        } else if (choice < 2048) {
            devices.act();
        } else {
            guest(random.nextInt(guests.length));
        }
        note(devices.breach());
        note(ledger.breach());
        note(population.breach());
    }

    private void guest(int index) {
        long writes = guests[index].writes();
        long before = commands();
        guests[index].act();
        long caused = commands() - before;
        long allowed = Math.max(1, guests[index].writes() - writes) * MOST_COMMANDS;
        if (guests[index].writes() - writes == 1) {
            mostCommands = Math.max(mostCommands, caused);
        }
        if (caused > allowed) {
            note(
                    "%d host commands by %d writes of guest %d"
                            .formatted(caused, guests[index].writes() - writes, index));
        }
        look(index);
    }

    private long commands() {
        long sum = 0;
        for (HostTraffic traffic : machine.hostTraffic()) {
            sum += traffic.commands();
            if (traffic.commandErrors() != traffic.deviceTimeouts()
                    || traffic.syncTimeouts() != 0) {
                note("a host's command queue stopped: " + traffic);
            }
        }
        hostCommands = sum;
        return sum;
    }

    private void lookAtAll() {
        for (int i = 0; i < guests.length; i++) {
            look(i);
        }
    }

    private void look(int index) {
        if (guests[index].takeQueuesMoved()) {
            records[index].forget();
        } else {
            records[index].look();
        }
        note(records[index].breach());
    }

    private void note(String what) {
        breach = breach == null ? what : breach;
    }

    /// Nobody has written what is the hypervisor's or the quiet guest's.
    private void judgeMemory() {
        if (!watch.canariesAreUntouched(machine.memory())) {
            note("memory of the hypervisor has changed");
        }
        if (!population.quietIsUntouched()) {
            note("memory of a guest has changed that changes nothing");
        }
    }

    /// Everything comes to an end when the guests rest.
    private String finished() {
        judgeMemory();
        for (int i = 0; i < 100_000; i++) {
            if (!machine.schedule(BUDGET)) {
                population.close();
                machine.close();
                if (devices.stalled() != devices.released()) {
                    note("transactions wait for ever");
                }
                return breach;
            }
        }
        return "the machine has always more to do";
    }

    long steps() {
        long sum = 0;
        for (HostileGuest guest : guests) {
            sum += guest.given() + guest.writes();
        }
        return sum;
    }

    long mostCommands() {
        return mostCommands;
    }

    double translatedShare() {
        return (double) devices.translated() / devices.transactions();
    }

    @Override
    public String toString() {
        long seen = 0;
        for (Records one : records) {
            seen += one.seen();
        }
        return ("%d guest commands and register writes, %d host commands, at most %d by one write,"
                    + " %d transactions, %d of them translated, %d stalled and %d released, %d ATS"
                    + " and page requests, %d records, %d device time-outs, %d domains, %d plugs,"
                    + " %d windows")
                .formatted(
                        steps(),
                        hostCommands,
                        mostCommands,
                        devices.transactions(),
                        devices.translated(),
                        devices.stalled(),
                        devices.released(),
                        devices.requests(),
                        seen,
                        devices.silences(),
                        population.made(),
                        population.plugs(),
                        population.windows());
    }
}
