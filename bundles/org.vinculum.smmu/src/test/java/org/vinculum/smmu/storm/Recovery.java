package org.vinculum.smmu.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;

/// What a driver does with an SMMU that it finds in whatever state: off, wait, everything anew; and then a device's
/// transactions, one that passes and one that faults.
final class Recovery {
    private static final long STREAMS = 0x1000;
    private static final long COMMANDS = 0x2000;
    private static final long EVENTS = 0x3000;
    private static final long CONTEXT = 0x4000;
    private static final long FIRST = 0x5000;
    private static final long SECOND = 0x7000;
    private static final long INTERMEDIATE = 0x8_0000;
    private static final long OUTPUT = 0x9_0000;
    private static final long VIRTUAL = 0x0123_4000;
    private static final int STREAM = 3;
    private static final int F_TRANSLATION = 0x10;

    private final IommuModel model;
    private final CountingMemory memory;
    private final long indexes;
    private final Outcome outcome = new Outcome();

    /// @param indexes offset of the page that has the event queue's indexes
    Recovery(IommuModel model, CountingMemory memory, long indexes) {
        this.model = model;
        this.memory = memory;
        this.indexes = indexes;
    }

    void play() {
        turnOff();
        for (long at = 0; at < CountingMemory.SIZE; at += 8) {
            memory.set(at, 0);
        }
        int config = 4 | (int) model.read(0, 4) >> 1 & 1 | ((int) model.read(0, 4) & 1) << 1;
        tables(config);
        turnOn();
        transactions(config);
    }

    private void turnOff() {
        model.write(0x20, 4, 0);
        assertThat(model.read(0x24, 4)).as("CR0ACK").isZero();
        model.write(0x50, 4, 0);
        assertThat(model.read(0x54, 4)).as("IRQ_CTRLACK").isZero();
        model.write(0x64, 4, model.read(0x60, 4));
        for (long queue = 0x2_0000; queue < model.frameSize(); queue += 0x2000) {
            model.write(queue + 8, 4, 0);
        }
    }

    private void turnOn() {
        model.write(0x2c, 4, 0);
        model.write(0x80, 8, STREAMS);
        model.write(0x88, 4, 4);
        model.write(0x90, 8, COMMANDS | 4);
        model.write(0x98, 4, 0);
        model.write(0x9c, 4, 0);
        model.write(0xa0, 8, EVENTS | 4);
        model.write(indexes + 0xa8, 4, 0);
        model.write(indexes + 0xac, 4, 0);
        model.write(0x20, 4, 0x8);
        memory.set(COMMANDS, 0x04, 31, 0x30, 0, 0x46, 0);
        model.write(0x98, 4, 3);
        while (model.process(4)) {
            continue;
        }
        assertThat(model.read(0x9c, 4)).as("CMDQ_CONS").isEqualTo(3);
        model.write(0x20, 4, 0xd);
        assertThat(model.read(0x24, 4)).as("CR0ACK").isEqualTo(0xd);
    }

    private void tables(int config) {
        memory.set(
                STREAMS + 64 * STREAM,
                1 | (long) config << 1 | ((config & 1) == 0 ? 0 : CONTEXT),
                1L << 44,
                (config & 2) == 0 ? 0 : 1 | 39L << 32 | 1L << 51 | 1L << 53 | 1L << 58,
                (config & 2) == 0 ? 0 : SECOND);
        memory.set(CONTEXT, 39 | 3L << 30 | 1L << 35 | 1L << 41 | 3L << 45, FIRST, 0, 0xff);
        memory.set(FIRST + (VIRTUAL >>> 21 << 3), FIRST + 0x1000 | 3);
        memory.set(FIRST + 0x1000 + (VIRTUAL >>> 12 & 0x1ff) * 8, INTERMEDIATE | 0x743);
        memory.set(SECOND, SECOND + 0x1000 | 3);
        for (long page = 0; page < CountingMemory.SIZE; page += 0x1000) {
            long output = page == INTERMEDIATE ? OUTPUT : page;
            memory.set(SECOND + 0x1000 + (page >>> 9), output | 0x7ff);
        }
    }

    private void transactions(int config) {
        long input = (config & 1) == 0 ? INTERMEDIATE : VIRTUAL;
        long expected = (config & 2) == 0 ? INTERMEDIATE : OUTPUT;
        assertThat(model.translate(STREAM, -1, input + 0x128, Access.READ, outcome))
                .isEqualTo(expected + 0x128);
        assertThat(model.translate(STREAM, -1, 0x40_0000, Access.READ, outcome))
                .isEqualTo(Outcome.ABORT);
        assertThat(model.read(indexes + 0xa8, 4)).as("EVENTQ_PROD").isEqualTo(1);
        assertThat(memory.get(EVENTS) & 0xff).as("event").isEqualTo(F_TRANSLATION);
    }
}
