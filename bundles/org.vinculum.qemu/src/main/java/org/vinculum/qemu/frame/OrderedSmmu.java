package org.vinculum.qemu.frame;

import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.StreamId;

/// An SMMU as devices reach it: what a guest wrote to registers before it made a device work is in effect for that work.
final class OrderedSmmu extends ForwardedSmmu {
    private final FrameWatch watch;

    OrderedSmmu(GuestSmmu smmu, FrameWatch watch) {
        super(smmu);
        this.watch = watch;
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        return new OrderedPort(super.connect(stream, device), watch);
    }
}
