package org.vinculum.itests.linux;

import java.util.List;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.StreamId;

/// An SMMU to which everything is passed on, for those that change some of it.
public class ForwardedSmmu implements GuestSmmu {
    private final GuestSmmu right;

    public ForwardedSmmu(GuestSmmu right) {
        this.right = right;
    }

    @Override
    public long frameSize() {
        return right.frameSize();
    }

    @Override
    public long read(long offset, int width) {
        return right.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        right.write(offset, width, value);
    }

    @Override
    public boolean work(int budget) {
        return right.work(budget);
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        return right.connect(stream, device);
    }

    @Override
    public long guestPhysical(long physical) {
        return right.guestPhysical(physical);
    }

    @Override
    public List<Count> counts() {
        return right.counts();
    }

    @Override
    public void close() {
        right.close();
    }
}
