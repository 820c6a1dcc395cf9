package org.vinculum.smmu.translation;

import java.util.SplittableRandom;
import org.vinculum.memory.Ram;

/// Puts a context descriptor somewhere that its stream reaches, through a table of one or two levels and through stage 2.
final class RandomContexts {
    private static final int MOST_ATTEMPTS = 60;
    private static final int[] SPLITS = {0, 6, 10};

    private final RandomStream stream;
    private final Ram ram;
    private final Ram copy;
    final int index;
    SlowContexts contexts;
    private long where;
    private long level1;

    RandomContexts(RandomStream stream, Ram ram, Ram copy) {
        this.stream = stream;
        this.ram = ram;
        this.copy = copy;
        SplittableRandom random = stream.random;
        int format = 0;
        if (random.nextBoolean()) {
            stream.log2Contexts = 1 + random.nextInt(8);
            stream.missing = random.nextInt(4);
            format = random.nextInt(3);
        }
        boolean first = stream.missing == 2 && random.nextBoolean();
        index = first ? 0 : random.nextInt(1 << stream.log2Contexts);
        int split = SPLITS[format];
        for (int i = 0; i < MOST_ATTEMPTS && contexts == null; i++) {
            place(split);
        }
        if (contexts != null) {
            stream.ste[0] |=
                    contexts.base() | (long) format << 4 | (long) stream.log2Contexts << 59;
            stream.ste[1] |= stream.missing;
        }
    }

    private void place(int split) {
        SplittableRandom random = stream.random;
        int log2 = stream.log2Contexts;
        long size = split == 0 ? 64L << log2 : Math.max(64, 8L << Math.max(0, log2 - split));
        long base = random.nextLong() & Bed.RAM - 1 & -size;
        long leaf = split == 0 ? 0 : random.nextLong() & Bed.RAM - 1 & -(64L << split);
        SlowContexts tried = new SlowContexts(base, split, leaf);
        level1 = split == 0 ? -1 : stream.slow.look(tried.level1(index));
        where = stream.slow.look(tried.descriptor(index));
        if (isTaken(where) || split != 0 && isTaken(level1)) {
            return;
        }
        if (split != 0) {
            put(level1, leaf | 1);
        }
        for (int i = 0; i < 8; i++) {
            put(where + 8L * i, stream.cd[i]);
        }
        contexts = isThere(tried) ? tried : null;
    }

    private static boolean isTaken(long place) {
        return place < 0 || place >>> 12 == Bed.STREAMS >>> 12;
    }

    private void put(long at, long word) {
        ram.setLong(at, word);
        copy.setLong(at, word);
    }

    /// Whether it is still what the stream finds: setting a flag may have changed that.
    boolean isThere(SlowContexts tried) {
        if (stream.slow.look(tried.descriptor(index)) != where) {
            return false;
        }
        if (tried.split() != 0) {
            boolean led = stream.slow.look(tried.level1(index)) == level1;
            if (!led || copy.getLong(level1) != (tried.leaf() | 1)) {
                return false;
            }
        }
        for (int i = 0; i < 8; i++) {
            if (copy.getLong(where + 8L * i) != stream.cd[i]) {
                return false;
            }
        }
        return true;
    }
}
