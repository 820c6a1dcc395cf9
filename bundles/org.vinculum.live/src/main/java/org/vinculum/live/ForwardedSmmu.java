package org.vinculum.live;

import java.util.List;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ConsumerType;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.memory.StreamId;
import org.vinculum.swap.SwapReport;

/// An SMMU to which everything is passed on, for those that watch or change some of it.
@ConsumerType
public class ForwardedSmmu implements GuestSmmu {
    private final GuestSmmu smmu;

    /// @param smmu closed with this one
    public ForwardedSmmu(GuestSmmu smmu) {
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
    public List<SwapReport> swap(String model, Executor own) {
        return smmu.swap(model, own);
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
