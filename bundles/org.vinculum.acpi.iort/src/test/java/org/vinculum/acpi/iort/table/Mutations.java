package org.vinculum.acpi.iort.table;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Damages tables, repeatably: the bytes and words that break readers, cuts, doublings and moves, up to four at once.
final class Mutations {
    private static final int[] WORDS = {
        0, 1, 2, 15, 16, 17, 47, 48, 49, 60, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff, 0x10000
    };

    private final SplittableRandom random;

    Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    byte[] mutate(byte[] table) {
        byte[] mutant = table.clone();
        for (int i = random.nextInt(4); i >= 0 && mutant.length > 8; i--) {
            mutant = once(mutant);
        }
        return mutant;
    }

    private byte[] once(byte[] table) {
        int at = random.nextInt(table.length - 3);
        switch (random.nextInt(8)) {
            case 0 -> table[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> table[at] = (byte) random.nextInt(256);
            case 2 -> put(table, at & ~3, WORDS[random.nextInt(WORDS.length)]);
            case 3 -> put(table, at & ~3, random.nextInt(table.length + 8));
            case 4 -> put(table, at, random.nextInt());
            case 5 -> table[at] += (byte) random.nextInt(-4, 5);
            case 6 -> {
                return resized(table);
            }
            default -> move(table, at);
        }
        return table;
    }

    /// Shorter or longer, now and then with a length that says so.
    private byte[] resized(byte[] table) {
        byte[] resized = Arrays.copyOf(table, random.nextInt(1, table.length + 32));
        if (random.nextBoolean() && resized.length > 8) {
            put(resized, 4, resized.length);
        }
        return resized;
    }

    private void move(byte[] table, int from) {
        int to = random.nextInt(table.length);
        int length = Math.min(random.nextInt(1, 64), table.length - Math.max(from, to));
        System.arraycopy(table, from, table, to, length);
    }

    private static void put(byte[] table, int at, int word) {
        for (int i = 0; i < 4; i++) {
            table[at + i] = (byte) (word >>> 8 * i);
        }
    }
}
