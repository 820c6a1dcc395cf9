package org.vinculum.corpus;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Breaks files the way disks, tools and attackers do.
final class Damage {
    /// Values that sit at the edges of what a length or an offset may be.
    private static final int[] EDGES = {
        0, 1, 3, 0x28, 0x7fff_ffff, 0x8000_0000, 0xffff_fffc, 0xffff_ffff, 0x1000, 9
    };

    private Damage() {}

    /// A copy of `original` with one to four faults.
    static byte[] to(byte[] original, SplittableRandom random) {
        byte[] damaged = original.clone();
        for (int faults = random.nextInt(1, 5); faults > 0; faults--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] content, SplittableRandom random) {
        if (content.length < 8) {
            return content;
        }
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(content, random.nextInt(content.length));
            case 1 -> flipped(content, random.nextInt(content.length), 1 << random.nextInt(8));
            case 2 -> edge(content, random.nextInt(Math.min(10, content.length / 4)), random);
            case 3, 4 -> edge(content, random.nextInt(content.length / 4), random);
            default -> repeated(content, random);
        };
    }

    private static byte[] flipped(byte[] content, int at, int bits) {
        content[at] ^= (byte) bits;
        return content;
    }

    private static byte[] edge(byte[] content, int cell, SplittableRandom random) {
        int value = EDGES[random.nextInt(EDGES.length)];
        for (int i = 0; i < 4; i++) {
            content[cell * 4 + i] = (byte) (value >>> (24 - 8 * i));
        }
        return content;
    }

    /// A piece of the content once more where it does not belong.
    private static byte[] repeated(byte[] content, SplittableRandom random) {
        int length = random.nextInt(1, Math.min(256, content.length));
        int from = random.nextInt(content.length - length + 1);
        int to = random.nextInt(content.length - length + 1);
        System.arraycopy(content, from, content, to, length);
        return content;
    }
}
