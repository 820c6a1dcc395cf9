package org.vinculum.smmu.storm;

import java.util.SplittableRandom;
import org.vinculum.iommu.IommuModel;

/// Writes anything to registers, queues and tables, in an order that often gets something going.
final class HostileSoftware {
    private final IommuModel model;
    private final CountingMemory memory;
    private final SplittableRandom random;

    HostileSoftware(IommuModel model, CountingMemory memory, SplittableRandom random) {
        this.model = model;
        this.memory = memory;
        this.random = random;
        for (long at = 0; at < CountingMemory.SIZE; at += 8) {
            memory.set(at, word(at));
        }
    }

    void step() {
        if (random.nextInt(100) == 0) {
            almostRight();
        }
        switch (random.nextInt(12)) {
            case 0 -> anyRegister();
            case 1 -> model.write(4 * random.nextInt(0x50), 4, word());
            case 2 -> model.write(0x80, 8, address());
            case 3 -> model.write(0x88, 4, random.nextInt(0x2_0000) & 0x1_07cf);
            case 4 -> model.write(0x20, 4, random.nextInt(16) == 0 ? random.nextInt(32) : 0x1f);
            case 5 -> queue();
            case 6 -> model.process(1 + random.nextInt(64));
            case 7 -> model.write(0x64, 4, model.read(0x60, 4));
            case 8 ->
                    model.requestPage(
                            random.nextInt(64),
                            random.nextInt(-1, 1 << 20),
                            random.nextLong(),
                            random.nextInt(32),
                            random.nextInt(512),
                            random.nextBoolean());
            case 9 -> commands();
            default -> {
                long at = random.nextInt(CountingMemory.SIZE) & ~7L;
                memory.set(at, word(at));
            }
        }
    }

    /// Streams with one stage or two that may well work, in the midst of all that does not.
    private void almostRight() {
        long streams = address() & ~0xfffL;
        model.write(0x20, 4, 0);
        model.write(0x80, 8, streams);
        model.write(0x88, 4, 6);
        for (int stream = 0; stream < 64; stream++) {
            long context = address();
            memory.set(
                    streams + 64L * stream,
                    9 | random.nextInt(4) << 1 | context,
                    1L << 44,
                    1 + random.nextInt(3)
                            | (long) (25 + random.nextInt(15)) << 32
                            | (long) random.nextInt(3) << 38
                            | 1L << 51
                            | (long) random.nextInt(16) << 53
                            | 1L << 58,
                    address() & ~0xfffL);
            memory.set(context, context(), address() & ~0xfffL, 0, random.nextLong());
        }
        model.write(0x20, 4, 0x1f);
    }

    private void anyRegister() {
        int width = random.nextBoolean() ? 4 : 8;
        long offset = random.nextLong(model.frameSize()) & -width;
        if (random.nextBoolean()) {
            model.write(offset, width, word());
        } else {
            model.read(offset, width);
        }
    }

    /// A queue's base, or one of its indexes.
    private void queue() {
        int which = 0x90 + 0x10 * random.nextInt(5);
        if (random.nextBoolean()) {
            model.write(which, 8, address() | random.nextInt(24));
        } else {
            model.write(which + 8 + 4 * random.nextInt(2), 4, word());
            model.write(0x1_00a8 + 4 * random.nextInt(12), 4, word());
        }
    }

    /// Legal opcodes with any fields, in a queue of 16.
    private void commands() {
        long base = random.nextInt(CountingMemory.SIZE) & ~0xffL;
        for (int i = 0; i < 16; i++) {
            memory.set(base + 16L * i, random.nextLong() & ~0xffL | random.nextInt(0x50), word());
        }
        int enabled = (int) model.read(0x20, 4);
        model.write(0x20, 4, enabled & ~8);
        model.write(0x90, 8, base | 4);
        model.write(0x9c, 4, 0);
        model.write(0x98, 4, random.nextInt(32));
        model.write(0x20, 4, enabled | 8);
    }

    private long address() {
        return random.nextInt(CountingMemory.SIZE) & ~0x3fL;
    }

    /// The first word of a context descriptor that is valid.
    private long context() {
        return 25 + random.nextInt(15)
                | 3L << 30
                | 1L << 41
                | (long) random.nextInt(4) << 42
                | 3L << 45;
    }

    /// Contexts where they may begin, except where tables begin.
    private long word(long at) {
        return (at & 0x3f) == 0 && (at & 0xfff) != 0 && random.nextInt(3) != 0 ? context() : word();
    }

    /// Garbage, a small number, a translating stream table entry, a table or page.
    private long word() {
        return switch (random.nextInt(20)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(64);
            case 2 -> address() | 0x9 | random.nextInt(4) << 1;
            case 3 -> 1L << 51 | (long) (24 + random.nextInt(16)) << 32 | random.nextInt(4) << 16;
            default -> address() & ~0xfffL | random.nextLong() & 0x7L << 53 | 0x4ff;
        };
    }
}
