package org.vinculum.qemu.frame;

import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.poll.Polled;

/// Makes register writes of what a guest changes in a frame that is plain memory, and shows there what the SMMU says.
public final class FrameWatch implements Polled {
    private final GuestSmmu smmu;

    /// Shows all registers.
    ///
    /// @param registers the frame, at least [GuestSmmu#frameSize()] bytes
    public FrameWatch(GuestSmmu smmu, Ram registers) {
        this.smmu = smmu;
    }

    @Override
    public boolean poll() {
        return smmu.work(1);
    }
}
