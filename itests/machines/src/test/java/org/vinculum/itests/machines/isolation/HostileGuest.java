package org.vinculum.itests.machines.isolation;

import java.util.SplittableRandom;
import org.vinculum.domain.Domain;
import org.vinculum.memory.Ram;

/// A guest that does with its virtual SMMU whatever comes to its mind: sometimes what a driver does, mostly what none would.
final class HostileGuest {
    private static final int CR0 = 0x20;
    private static final int GERROR = 0x60;
    private static final int GERRORN = 0x64;
    private static final int CMDQ_BASE = 0x90;
    private static final int CMDQ_PROD = 0x98;
    private static final int CMDQ_CONS = 0x9c;
    private static final int[] REGISTERS = {
        0x20, 0x24, 0x28, 0x2c, 0x44, 0x44, 0x50, 0x64, 0x68, 0x70, 0x74, 0x80, 0x84, 0x88, 0x90,
        0x98, 0x98, 0x98, 0x9c, 0xa0, 0xa8, 0xb0, 0xb8, 0xbc, 0xc0, 0xc8, 0xd0, 0xd8, 0xdc, 0x100,
        0x110, 0x100a8, 0x100ac, 0x100c8, 0x100cc
    };
    private static final int[] WIDTHS = {4, 4, 4, 4, 8, 8, 1, 2, 3, 16};
    private static final int MOST_COMMANDS = 16;

    private final int index;
    private final SplittableRandom random;
    private final HostileWords words;
    private final HostileCommands commands;
    private final long[] some = new long[8];
    private Domain domain;
    private Ram ram;
    private long given;
    private long writes;
    private boolean queuesMoved;

    HostileGuest(int index, SplittableRandom random, HostileWords words) {
        this.index = index;
        this.random = random;
        this.words = words;
        this.commands =
                new HostileCommands(random, words, Topology.stalls(index), Topology.ats(index));
    }

    int index() {
        return index;
    }

    Domain domain() {
        return domain;
    }

    /// Runs as the guest of a new domain.
    void moveIn(Domain one) {
        domain = one;
        ram = one.memory().ram(GuestLayout.RAM);
        for (long at = GuestLayout.TABLES;
                at < GuestLayout.RAM + GuestLayout.RAM_BYTES;
                at += Long.BYTES) {
            set(at, words.word());
        }
        for (int i = 0; i < 32; i++) {
            context();
            entry();
        }
        boot();
    }

    private void set(long address, long value) {
        ram.setLong(address - ram.start(), value);
    }

    /// Commands put into its ring.
    long given() {
        return given;
    }

    /// Register writes.
    long writes() {
        return writes;
    }

    long read(int offset) {
        return domain.read(GuestLayout.REGISTERS + offset, 4);
    }

    void write(int offset, int width, long value) {
        writes++;
        queuesMoved |= movesQueue(offset & 0xffff);
        domain.write(GuestLayout.REGISTERS + offset, width, value);
    }

    private static boolean movesQueue(int offset) {
        return offset >= 0xa0 && offset < 0xac || offset >= 0xc0 && offset < 0xcc;
    }

    /// Whether it has put the queues of records elsewhere, or their indexes, since the last time.
    boolean takeQueuesMoved() {
        boolean was = queuesMoved;
        queuesMoved = false;
        return was;
    }

    /// Brings the virtual SMMU up as a driver does, by and large.
    void boot() {
        write(CR0, 4, 0);
        write(0x28, 4, random.nextInt(1 << 12));
        write(0x2c, 4, random.nextInt(16));
        write(GERRORN, 4, read(GERROR));
        boolean linear = random.nextInt(3) != 0;
        write(0x80, 8, linear ? GuestLayout.STREAMS : GuestLayout.FIRST_LEVEL);
        write(0x88, 4, GuestLayout.STREAM_BITS | (linear ? 0 : 6 << 6 | 1 << 16));
        set(GuestLayout.FIRST_LEVEL, GuestLayout.SECOND_LEVELS | 7);
        write(CMDQ_BASE, 8, GuestLayout.COMMANDS | GuestLayout.COMMANDS_LOG2);
        write(CMDQ_PROD, 4, 0);
        write(CMDQ_CONS, 4, 0);
        write(0xa0, 8, GuestLayout.EVENTS | GuestLayout.EVENTS_LOG2);
        write(0x100a8, 4, 0);
        write(0x100ac, 4, 0);
        write(0xc0, 8, GuestLayout.PAGE_REQUESTS | GuestLayout.PAGE_REQUESTS_LOG2);
        write(0x100c8, 4, 0);
        write(0x100cc, 4, 0);
        int queues = 0xe | (random.nextBoolean() ? 0x10 : 0);
        write(CR0, 4, queues);
        write(CR0, 4, queues | 1);
    }

    /// Does one thing.
    void act() {
        if (random.nextInt(4) == 0 && ((read(CR0) & 0xf) != 0xf || stopped())) {
            makeGood();
            return;
        }
        switch (random.nextInt(32)) {
            case 0, 1, 2, 3 -> register();
            case 6, 7 -> context();
            case 8, 9 -> entry();
            case 10, 11 -> table();
            case 4, 5 -> makeGood();
            default -> commands(1 + random.nextInt(MOST_COMMANDS));
        }
    }

    private boolean stopped() {
        return ((read(GERROR) ^ read(GERRORN)) & 1) != 0;
    }

    /// Serves errors and empties queues, or brings everything up anew.
    void makeGood() {
        boolean on = (read(CR0) & 0xf) == 0xf;
        if (!on || random.nextInt(64) == 0) {
            boot();
            return;
        }
        if (stopped()) {
            long base = domain.read(GuestLayout.REGISTERS + CMDQ_BASE, 8);
            set(base, read(CMDQ_CONS), 0x46, 0);
        }
        write(GERRORN, 4, read(GERROR));
        long produced = read(0x100a8);
        write(0x100ac, 4, produced);
        write(0x100cc, 4, read(0x100c8));
    }

    /// Writes a command where the ring has that position, if there is memory.
    private void set(long base, long position, long word0, long word1) {
        int log2 = (int) Math.min(base & 31, 19);
        long start = base & 0xf_ffff_ffff_ffe0L & -16L << log2;
        long at = start + 16 * (position & (1L << log2) - 1);
        if (GuestLayout.isRam(at)) {
            set(at, word0);
            set(at + 8, word1);
        }
    }

    private void commands(int count) {
        long base = domain.read(GuestLayout.REGISTERS + CMDQ_BASE, 8);
        int log2 = (int) Math.min(base & 31, 19);
        long position = read(CMDQ_PROD);
        long filled = position - read(CMDQ_CONS) & (2L << log2) - 1;
        long room = Math.max(0, (1L << log2) - filled);
        if (room == 0 && random.nextInt(4) != 0) {
            makeGood();
            return;
        }
        long most = random.nextInt(64) == 0 ? count : Math.min(count, room);
        for (int i = 0; i < most; i++) {
            commands.next();
            set(base, position + i, commands.word0(), commands.word1());
        }
        given += most;
        write(CMDQ_PROD, 4, position + most & (2L << log2) - 1);
    }

    private void register() {
        boolean known = random.nextInt(4) != 0;
        int offset = known ? REGISTERS[random.nextInt(REGISTERS.length)] : random.nextInt(0x2_0000);
        if (random.nextInt(8) != 0) {
            offset &= ~3;
        }
        int width = WIDTHS[random.nextInt(WIDTHS.length)];
        long value =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextLong();
                    case 1 -> random.nextInt(64);
                    case 2 -> words.address();
                    default -> random.nextInt(1 << 16);
                };
        write(offset, width, words.unnamed(value));
    }

    /// Changes a descriptor.
    void context() {
        words.context(some, Topology.stalls(index));
        long at = GuestLayout.CONTEXTS + 64L * random.nextInt(32);
        for (int i = 0; i < 4; i++) {
            set(at + 8L * i, some[i]);
        }
    }

    /// Changes a stream's entry, in either table.
    void entry() {
        words.entry(some, Topology.ats(index));
        long table = random.nextInt(3) == 0 ? GuestLayout.SECOND_LEVELS : GuestLayout.STREAMS;
        long at = table + 64L * (Topology.FIRST_VSID + random.nextInt(Topology.SMMUS));
        for (int i = 0; i < 8; i++) {
            set(at + 8L * i, some[i]);
        }
    }

    private void table() {
        for (int i = 0; i < 8; i++) {
            long at = GuestLayout.TABLES + 8L * random.nextInt(1 << GuestLayout.TABLE_BITS - 3);
            set(at, words.word());
        }
    }
}
