package org.vinculum.qemu.frame;

import java.util.function.BooleanSupplier;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Cr1;
import org.vinculum.smmu.spec.register.Cr2;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;

/// A driver that knows its SMMU through shared memory alone, and brings it up in the order in which Linux does. All waits
/// end.
final class PageDriver {
    static final int CFGI_ALL = 0x04;
    static final int TLBI_NSNH_ALL = 0x30;
    static final int SYNC = 0x46;
    private static final long ALL_STREAMS = 31;
    private static final long LIMIT_NANOS = 60_000_000_000L;
    private static final int STREAM_TABLE = 0x8000;
    private static final int EVENTS = 0x4000;
    private static final int LOG2_STREAMS = 4;

    private final FrameWords frame;
    private final Ram memory;
    private final Ring commands;
    private final Ring events;
    private int producer;
    private int control;

    PageDriver(Ram frame, Ram memory, int log2Commands, int log2Events) {
        this.frame = new FrameWords(frame);
        this.memory = memory;
        this.commands = new Ring(memory.start(), log2Commands, 16);
        this.events = new Ring(memory.start() + EVENTS, log2Events, 32);
    }

    void bringUp() {
        writeAcknowledged(Cr0.OFFSET, Cr0.ACK_OFFSET, 0);
        write(Cr1.OFFSET, 0xd75);
        write(Cr2.OFFSET, 7);
        writeLong(StrtabBase.OFFSET, memory.start() + STREAM_TABLE);
        write(StrtabBaseCfg.OFFSET, LOG2_STREAMS);
        writeLong(CmdqBase.OFFSET, commands.address() | commands.log2Size());
        producer = 0;
        write(CmdqProd.OFFSET, 0);
        write(CmdqCons.OFFSET, 0);
        control = 0;
        enable(Cr0.CMDQEN.mask());
        add(CFGI_ALL, ALL_STREAMS);
        sync();
        add(TLBI_NSNH_ALL, 0);
        sync();
        writeLong(EventqBase.OFFSET, events.address() | events.log2Size());
        write(EventqProd.OFFSET, 0);
        write(EventqCons.OFFSET, 0);
        enable(Cr0.EVENTQEN.mask());
        writeAcknowledged(IrqCtrl.OFFSET, IrqCtrl.ACK_OFFSET, 0);
        writeAcknowledged(IrqCtrl.OFFSET, IrqCtrl.ACK_OFFSET, 5);
        enable(Cr0.SMMUEN.mask());
    }

    private void enable(long bit) {
        control |= (int) bit;
        writeAcknowledged(Cr0.OFFSET, Cr0.ACK_OFFSET, control);
    }

    private void writeAcknowledged(int offset, int acknowledgement, int value) {
        write(offset, value);
        await(() -> read(acknowledgement) == value);
    }

    /// Waits for room, then writes one entry; nobody hears of it before [#tell].
    void add(long word0, long word1) {
        await(() -> !commands.full(producer, read(CmdqCons.OFFSET)));
        long entry = commands.entry(producer) - memory.start();
        memory.setLong(entry, word0);
        memory.setLong(entry + Long.BYTES, word1);
        producer = commands.next(producer);
    }

    void tell() {
        write(CmdqProd.OFFSET, producer);
    }

    void sync() {
        add(SYNC, 0);
        tell();
        awaitConsumed();
    }

    void awaitConsumed() {
        await(() -> commands.position(read(CmdqCons.OFFSET)) == producer);
    }

    /// Global errors that are not acknowledged.
    int errors() {
        return read(Gerror.OFFSET) ^ read(Gerror.ACK_OFFSET);
    }

    /// Has a SYNC in place of the command that stopped the queue, as Linux does.
    void skipError() {
        long entry = commands.entry(read(CmdqCons.OFFSET)) - memory.start();
        memory.setLong(entry, SYNC);
        memory.setLong(entry + Long.BYTES, 0);
        write(Gerror.ACK_OFFSET, read(Gerror.OFFSET));
    }

    void updateBypass(int value) {
        await(() -> !Gbpa.UPDATE.isSet(read(Gbpa.OFFSET)));
        write(Gbpa.OFFSET, value | (int) Gbpa.UPDATE.mask());
        await(() -> !Gbpa.UPDATE.isSet(read(Gbpa.OFFSET)));
    }

    int events() {
        return events.filled(read(EventqProd.OFFSET), read(EventqCons.OFFSET));
    }

    /// Takes all events and acknowledges an overflow.
    ///
    /// @return how many there were
    int takeEvents() {
        int prod = read(EventqProd.OFFSET);
        int count = events.filled(prod, read(EventqCons.OFFSET));
        write(EventqCons.OFFSET, prod);
        return count;
    }

    int read(int offset) {
        return frame.look(offset);
    }

    void write(int offset, int value) {
        frame.show(offset, value);
    }

    private void writeLong(int offset, long value) {
        write(offset + Integer.BYTES, (int) (value >>> Integer.SIZE));
        write(offset, (int) value);
    }

    static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError("nothing came in time");
            }
            Thread.yield();
        }
    }
}
