package org.vinculum.qemu.frame;

import java.util.List;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.StreamId;

/// An SMMU as devices reach it: what a guest wrote to registers before it made a device work is in effect for that work.
final class OrderedSmmu implements GuestSmmu {
    private final GuestSmmu smmu;
    private final FrameWatch watch;

    OrderedSmmu(GuestSmmu smmu, FrameWatch watch) {
        this.smmu = smmu;
        this.watch = watch;
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
        return new OrderedPort(smmu.connect(stream, device), watch);
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
