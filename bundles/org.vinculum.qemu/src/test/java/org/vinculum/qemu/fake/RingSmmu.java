package org.vinculum.qemu.fake;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.IrqCtrl;

/// An SMMU that notes everything it is told: registers written, and the second word of every command it executes.
public final class RingSmmu implements GuestSmmu {
    public static final int SIZE = 0x2_0000;
    private static final int HIGHEST_LOG2 = 8;

    public record Write(long offset, int width, long value) {}

    public final List<Write> writes = new ArrayList<>();
    public final List<Long> executed = new ArrayList<>();

    /// Whether every command is overwritten when it is done, as by the message that Linux asks for with CMD_SYNC.
    public boolean answers;

    private final int[] values = new int[SIZE / Integer.BYTES];
    private final Ram memory;

    public RingSmmu(Ram memory) {
        this.memory = memory;
        set(Idr0.OFFSET, 0x0d4c_101b);
    }

    public void set(int offset, int value) {
        values[offset / Integer.BYTES] = value;
    }

    public int get(int offset) {
        return values[offset / Integer.BYTES];
    }

    @Override
    public long frameSize() {
        return SIZE;
    }

    @Override
    public long read(long offset, int width) {
        long low = Integer.toUnsignedLong(get((int) offset));
        return width == Integer.BYTES
                ? low
                : low | (long) get((int) offset + Integer.BYTES) << Integer.SIZE;
    }

    @Override
    public void write(long offset, int width, long value) {
        writes.add(new Write(offset, width, value));
        write((int) offset, (int) value);
        if (width == Long.BYTES) {
            write((int) offset + Integer.BYTES, (int) (value >>> Integer.SIZE));
        }
    }

    private void write(int offset, int value) {
        switch (offset) {
            case Cr0.OFFSET -> acknowledged(offset, Cr0.ACK_OFFSET, value & 0xf);
            case IrqCtrl.OFFSET -> acknowledged(offset, IrqCtrl.ACK_OFFSET, value & 7);
            case Gbpa.OFFSET -> set(offset, value & ~(int) Gbpa.UPDATE.mask());
            case CmdqBase.OFFSET, CmdqBase.OFFSET + Integer.BYTES, CmdqCons.OFFSET -> {
                if (!commands()) {
                    set(offset, value);
                }
            }
            case Idr0.OFFSET, Cr0.ACK_OFFSET, IrqCtrl.ACK_OFFSET, Gerror.OFFSET -> {}
            case EventqProd.OFFSET -> {
                if (!Cr0.EVENTQEN.isSet(get(Cr0.OFFSET))) {
                    set(offset, value);
                }
            }
            default -> {
                if (offset < 0x200 || offset >= 0x1_0000 && offset < 0x1_0200) {
                    set(offset, value);
                }
            }
        }
    }

    private void acknowledged(int offset, int acknowledgement, int value) {
        set(offset, value);
        set(acknowledgement, value);
    }

    private boolean commands() {
        return Cr0.CMDQEN.isSet(get(Cr0.OFFSET));
    }

    @Override
    public boolean work(int budget) {
        Ring ring = Ring.of(read(CmdqBase.OFFSET, Long.BYTES), HIGHEST_LOG2, Command.SIZE);
        for (int i = 0; i < budget && ready(ring); i++) {
            int consumer = get(CmdqCons.OFFSET);
            long entry = ring.entry(consumer) - memory.start();
            executed.add(memory.getLong(entry + Long.BYTES));
            if (answers) {
                memory.setInt(entry, 0);
            }
            set(CmdqCons.OFFSET, ring.next(consumer));
        }
        return ready(ring);
    }

    private boolean ready(Ring ring) {
        return commands() && !ring.empty(get(CmdqProd.OFFSET), get(CmdqCons.OFFSET));
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long guestPhysical(long physical) {
        return physical;
    }

    @Override
    public List<Count> counts() {
        return List.of();
    }

    @Override
    public void close() {}
}
