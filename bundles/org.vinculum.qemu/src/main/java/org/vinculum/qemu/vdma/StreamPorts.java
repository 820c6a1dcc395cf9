package org.vinculum.qemu.vdma;

import org.vinculum.live.GuestSmmu;

/// The streams that DMA engines may use, connected when somebody does. Belongs to the thread of the SMMU.
public final class StreamPorts {
    public StreamPorts(GuestSmmu smmu) {}
}
