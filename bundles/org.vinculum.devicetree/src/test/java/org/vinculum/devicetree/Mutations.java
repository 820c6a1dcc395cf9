package org.vinculum.devicetree;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Damages blobs, repeatably: the bytes and words that break readers, cuts, doublings and swaps, up to four at once.
public final class Mutations {
    private static final int[] WORDS = {
        0,
        1,
        2,
        3,
        4,
        9,
        5,
        0x7fffffff,
        0x80000000,
        0xfffffffc,
        0xffffffff,
        0x10,
        0x28,
        0x100,
        17,
        16
    };

    private final SplittableRandom random;

    public Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public byte[] mutate(byte[] blob) {
        byte[] mutant = blob.clone();
        for (int i = random.nextInt(4); i >= 0 && mutant.length > 8; i--) {
            mutant = once(mutant);
        }
        return mutant;
    }

    private byte[] once(byte[] blob) {
        int word = random.nextInt(blob.length / 4) * 4;
        switch (random.nextInt(8)) {
            case 0 -> blob[random.nextInt(blob.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> blob[random.nextInt(blob.length)] = (byte) random.nextInt(256);
            case 2 -> put(blob, word, WORDS[random.nextInt(WORDS.length)]);
            case 3 -> put(blob, word, get(blob, word) + random.nextInt(-8, 9));
            case 4 -> put(blob, word, random.nextInt(blob.length + 8));
            case 5 -> put(blob, word, get(blob, random.nextInt(blob.length / 4) * 4));
            case 6 -> {
                return Arrays.copyOf(blob, random.nextInt(blob.length));
            }
            default -> {
                return moved(blob, word);
            }
        }
        return blob;
    }

    // Takes some words out, or puts some in twice.
    private byte[] moved(byte[] blob, int at) {
        int from = random.nextInt(blob.length / 4) * 4;
        byte[] out = new byte[blob.length + Math.max(0, at - from)];
        System.arraycopy(blob, 0, out, 0, at);
        System.arraycopy(blob, from, out, at, Math.min(blob.length - from, out.length - at));
        return out;
    }

    private static int get(byte[] blob, int at) {
        return (blob[at] & 0xff) << 24
                | (blob[at + 1] & 0xff) << 16
                | (blob[at + 2] & 0xff) << 8
                | blob[at + 3] & 0xff;
    }

    private static void put(byte[] blob, int at, int word) {
        for (int i = 0; i < 4; i++) {
            blob[at + i] = (byte) (word >>> 24 - 8 * i);
        }
    }
}
