package org.vinculum.qemu.meter;

import java.util.List;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;

/// Counts what a guest does to its SMMU: register writes, commands, transactions, interrupts.
public final class MeteredSmmu implements GuestSmmu {
    private final GuestSmmu smmu;

    /// @param memory the guest's, in which its command queue is
    /// @param interrupts those of this SMMU
    public MeteredSmmu(GuestSmmu smmu, Ram memory, MeteredInterrupts interrupts) {
        this.smmu = smmu;
    }

    @Override
    public long frameSize() {
        return smmu.frameSize();
    }

    @Override
    public long read(long offset, int width) {
        return smmu.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        smmu.write(offset, width, value);
    }

    @Override
    public boolean work(int budget) {
        return smmu.work(budget);
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        return smmu.connect(stream, device);
    }

    @Override
    public long guestPhysical(long physical) {
        return smmu.guestPhysical(physical);
    }

    @Override
    public List<Count> counts() {
        return smmu.counts();
    }

    @Override
    public void close() {
        smmu.close();
    }
}
