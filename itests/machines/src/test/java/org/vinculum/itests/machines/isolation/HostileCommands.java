package org.vinculum.itests.machines.isolation;

import java.util.SplittableRandom;

/// Commands of every opcode, mostly such as a driver gives, with fields of every kind.
final class HostileCommands {
    private static final int[] USUAL = {
        0x03, 0x03, 0x03, 0x04, 0x05, 0x05, 0x06, 0x10, 0x11, 0x12, 0x12, 0x13, 0x30, 0x46, 0x46,
        0x46
    };
    private static final int[] OF_STALLS = {0x44, 0x44, 0x45};
    private static final int[] OF_ATS = {0x40, 0x40, 0x41};
    private static final int[] ANY = {
        0x01, 0x02, 0x07, 0x08, 0x20, 0x21, 0x22, 0x23, 0x28, 0x2a, 0x40, 0x41, 0x44, 0x45, 0x70,
        0x73, 0x80, 0x8f
    };
    private static final int ATC_INV = 0x40;
    private static final int SYNC = 0x46;

    private final SplittableRandom random;
    private final HostileWords words;
    private final boolean stalls;
    private final boolean ats;
    private int opcode;

    /// @param stalls the guest has been shown that transactions may wait
    /// @param ats the guest has been shown that devices may cache translations
    HostileCommands(SplittableRandom random, HostileWords words, boolean stalls, boolean ats) {
        this.random = random;
        this.words = words;
        this.stalls = stalls;
        this.ats = ats;
    }

    /// Begins a command.
    void next() {
        opcode = opcode();
    }

    long word0() {
        long noise = random.nextInt(64) == 0 ? random.nextLong() & ~0xffL : 0;
        long fields =
                switch (opcode >>> 4) {
                    case 1, 2, 3 -> scope();
                    default -> opcode == SYNC ? signal() : stream();
                };
        long secure = random.nextInt(512) == 0 ? 1 << 10 : 0;
        return opcode | fields | noise | secure;
    }

    private int opcode() {
        return switch (random.nextInt(128)) {
            case 0 -> random.nextInt(256);
            case 1 -> any(ANY);
            default -> usual();
        };
    }

    private int usual() {
        if (stalls && random.nextInt(8) == 0) {
            return any(OF_STALLS);
        }
        return ats && random.nextInt(8) == 0 ? any(OF_ATS) : any(USUAL);
    }

    private int any(int[] some) {
        return some[random.nextInt(some.length)];
    }

    /// ASID, VMID, and a range.
    private long scope() {
        long asid = random.nextInt(4);
        long vmid = random.nextInt(random.nextBoolean() ? 16 : 1 << 16);
        long range = random.nextInt(8) == 0 ? random.nextInt(1 << 13) : 0;
        return asid << 48 | vmid << 32 | range << 12;
    }

    /// CS, MSH, MSIAttr, MSIData.
    private long signal() {
        return (long) random.nextInt(random.nextInt(64) == 0 ? 4 : 3) << 12
                | (long) random.nextInt() << 32;
    }

    private long stream() {
        long substream = random.nextInt(3) == 0 ? random.nextInt(8) << 1 | 1 : 0;
        return (long) words.stream() << 32 | substream << 11;
    }

    long word1() {
        if (opcode == ATC_INV && random.nextInt(32) != 0) {
            return words.virtual() & ~0xfffL | random.nextInt(53);
        }
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 31;
            case 2 -> random.nextInt(64);
            case 3 -> random.nextInt(1 << 16);
            case 4 -> random.nextInt(4) == 0 ? random.nextLong() : words.virtual();
            default -> words.virtual() & ~0xfffL | random.nextInt(2);
        };
    }
}
