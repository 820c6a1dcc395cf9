package org.vinculum.tck.random;

import java.util.SplittableRandom;
import org.vinculum.tck.TestMachine;

/// What hostile software writes and where: all of it possible, what matters more often.
final class Draw {
    private static final long PAGE_1 = 0x1_0000;
    private static final int REGISTERS = 0x200;

    private final SplittableRandom random;

    Draw(SplittableRandom random) {
        this.random = random;
    }

    /// An aligned place in a frame; most registers are at the start of their page.
    long offset(long frameSize, int width) {
        if (random.nextInt(4) == 0) {
            return random.nextLong(frameSize / width) * width;
        }
        long page = random.nextInt(4) == 0 && frameSize >= PAGE_1 + REGISTERS ? PAGE_1 : 0;
        return page + random.nextInt(REGISTERS / width) * (long) width;
    }

    /// For a register: random, small, a place in RAM with a size, all ones, zero.
    long value() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextLong(32);
            case 2 ->
                    TestMachine.RAM
                            + (random.nextLong(TestMachine.SIZE) & -32)
                            + random.nextInt(20);
            case 3 -> -1;
            default -> 0;
        };
    }

    /// Writes a word somewhere into memory, sometimes one that could be a command.
    void disturb(TestMachine machine) {
        long word = random.nextBoolean() ? value() : random.nextInt(256) | random.nextLong() << 32;
        machine.put(TestMachine.RAM + random.nextLong(TestMachine.SIZE / 8) * 8, word);
    }
}
