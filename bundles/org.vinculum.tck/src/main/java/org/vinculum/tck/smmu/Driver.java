package org.vinculum.tck.smmu;

import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.tck.TestMachine;

/// Brings an SMMUv3 up and drives it (IHI 0070, 3.11, 6.3): a command queue and an event queue of 16 entries, a linear stream
/// table.
public final class Driver {
    public static final long CR0 = 0x20;
    public static final long CR0ACK = 0x24;
    public static final long IRQ_CTRL = 0x50;
    public static final long GERROR = 0x60;
    public static final long GERRORN = 0x64;
    public static final long CMDQ_PROD = 0x98;
    public static final long CMDQ_CONS = 0x9c;

    public static final int SMMUEN = 1;
    public static final int EVENTQEN = 1 << 2;
    public static final int CMDQEN = 1 << 3;

    public static final long CMD_CFGI_ALL = 0x04;
    public static final long CMD_TLBI_NSNH_ALL = 0x30;
    public static final long CMD_SYNC = 0x46;
    public static final int CERROR_ILL = 1;

    private static final long COMMANDS = TestMachine.RAM + 0x1_0000;
    private static final long EVENTS = TestMachine.RAM + 0x2_0000;
    private static final long STREAMS = TestMachine.RAM + 0x3_0000;
    private static final int LOG2_ENTRIES = 4;
    private static final int LOG2_STREAMS = 8;
    private static final int ROUNDS = 1000;

    private final TestMachine machine;
    private final IommuModel model;
    private final long outputIndexes;
    private int producer;

    /// @param indexesOnPage0 whether there is no page 1 for the indexes of the event queue
    public Driver(TestMachine machine, IommuModel model, boolean indexesOnPage0) {
        this.machine = machine;
        this.model = model;
        this.outputIndexes = indexesOnPage0 ? 0 : 0x1_0000;
    }

    /// The same driver over a model that has taken the state over.
    public Driver over(TestMachine otherMachine, IommuModel other) {
        var driver = new Driver(otherMachine, other, outputIndexes == 0);
        driver.producer = producer;
        return driver;
    }

    public long read(long offset) {
        return model.read(offset, Integer.BYTES);
    }

    public void write(long offset, long value) {
        model.write(offset, Integer.BYTES, value);
    }

    /// Queues on, everything forgotten, translation on; streams that nobody [#stream]s are invalid.
    public void start() {
        write(CR0, 0);
        write(0x2c, 0x2);
        model.write(0x80, Long.BYTES, STREAMS);
        write(0x88, Math.min(LOG2_STREAMS, sidSize()));
        model.write(0x90, Long.BYTES, COMMANDS | LOG2_ENTRIES);
        write(CMDQ_PROD, 0);
        write(CMDQ_CONS, 0);
        model.write(0xa0, Long.BYTES, EVENTS | LOG2_ENTRIES);
        write(outputIndexes + 0xa8, 0);
        write(outputIndexes + 0xac, 0);
        write(GERRORN, read(GERROR));
        switchTo(CMDQEN);
        command(CMD_CFGI_ALL, 31);
        command(CMD_TLBI_NSNH_ALL, 0);
        sync();
        switchTo(CMDQEN | EVENTQEN);
        switchTo(CMDQEN | EVENTQEN | SMMUEN);
    }

    /// Writes CR0 and waits until CR0ACK says the same.
    public void switchTo(int value) {
        write(CR0, value);
        for (int i = 0; i < ROUNDS && read(CR0ACK) != value; i++) {
            model.process(8);
        }
        expect(read(CR0ACK) == value, "CR0 is acknowledged");
    }

    private int sidSize() {
        return (int) (read(0x4) & 0x3f);
    }

    /// Writes a stream table entry and has the old one forgotten.
    public void stream(int streamId, long word0, long word1) {
        machine.put(STREAMS + streamId * 64L, word0, word1, 0, 0, 0, 0, 0, 0);
        command(0x03 | (long) streamId << 32, 1);
        sync();
    }

    /// Queues a command without having it executed.
    public void queue(long word0, long word1) {
        machine.put(COMMANDS + 16L * (producer & 15), word0, word1);
        producer = producer + 1 & 31;
        write(CMDQ_PROD, producer);
    }

    /// Replaces the command at CMDQ_CONS and acknowledges the error that it caused.
    public void replace(long word0, long word1) {
        machine.put(COMMANDS + 16L * (consumed() & 15), word0, word1);
        write(GERRORN, read(GERROR));
    }

    /// Has everything that is queued executed.
    ///
    /// @return CMDQ_CONS.ERR
    public int run() {
        int rounds = 0;
        while (model.process(4)) {
            expect(++rounds < ROUNDS, "commands come to an end");
        }
        return (int) (read(CMDQ_CONS) >>> 24 & 0x7f);
    }

    public int command(long word0, long word1) {
        queue(word0, word1);
        return run();
    }

    public void sync() {
        int error = command(CMD_SYNC, 0);
        expect(error == 0 && consumed() == producer, "CMD_SYNC completes, CERROR " + error);
    }

    /// CMDQ_CONS.RD with its wrap bit.
    public int consumed() {
        return (int) (read(CMDQ_CONS) & 31);
    }

    public int produced() {
        return producer;
    }

    /// The next event record; its first word, or -1 without one.
    public long event() {
        long at = read(outputIndexes + 0xac);
        if ((read(outputIndexes + 0xa8) & 31) == (at & 31)) {
            return -1;
        }
        long word = machine.get(EVENTS + 32 * (at & 15));
        write(outputIndexes + 0xac, at + 1 & 31);
        return word;
    }

    /// @return as [IommuModel#translate]
    public long translate(int streamId, long address, int access) {
        return model.translate(streamId, -1, address, access, new Outcome());
    }

    private static void expect(boolean held, String what) {
        if (!held) {
            throw new AssertionError("a driver waits in vain: " + what);
        }
    }
}
