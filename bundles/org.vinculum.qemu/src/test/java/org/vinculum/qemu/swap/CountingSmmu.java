package org.vinculum.qemu.swap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.swap.SwapReport;

/// An SMMU that is all registers: it notes how it is told to work, and what is to take over.
final class CountingSmmu implements GuestSmmu {
    static final int CMDQEN = 8;

    final Map<Long, Long> registers = new HashMap<>();
    final List<String> notes = new ArrayList<>();
    long frame = 0x2_0000;

    /// What becomes of a swap.
    volatile UnaryOperator<SwapReport> swap = UnaryOperator.identity();

    /// A command queue of 16 entries.
    CountingSmmu() {
        registers.put((long) Idr1.OFFSET, 0x0140_0000L);
        registers.put((long) CmdqBase.OFFSET, 4L);
        registers.put((long) Cr0.ACK_OFFSET, (long) CMDQEN);
    }

    @Override
    public long frameSize() {
        return frame;
    }

    @Override
    public long read(long offset, int width) {
        if (offset + width > frame) {
            throw new IllegalArgumentException("0x%x is outside".formatted(offset));
        }
        return registers.getOrDefault(offset, 0L);
    }

    @Override
    public void write(long offset, int width, long value) {
        registers.put(offset, value);
    }

    /// One command each time, where there is one.
    @Override
    public boolean work(int budget) {
        notes.add("work " + budget);
        if (read(CmdqCons.OFFSET, 4) != read(CmdqProd.OFFSET, 4)) {
            registers.merge((long) CmdqCons.OFFSET, 1L, Long::sum);
        }
        return false;
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
    public List<SwapReport> swap(String model, Executor own) {
        SwapReport report = swap.apply(new SwapReport("/smmu", "?", model, 5_000, 2));
        notes.add("swap to " + model);
        return List.of(report);
    }

    @Override
    public List<Count> counts() {
        return List.of();
    }

    @Override
    public void close() {}
}
