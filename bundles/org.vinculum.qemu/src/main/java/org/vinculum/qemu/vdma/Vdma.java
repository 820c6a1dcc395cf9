package org.vinculum.qemu.vdma;

import org.vinculum.memory.Ram;
import org.vinculum.qemu.poll.Polled;

/// A DMA engine behind registers that are plain memory.
public final class Vdma implements Polled {
    /// @param bar its registers, 64 KiB
    /// @param configuration of its function, 4 KiB
    /// @param firstStream the function's own; registers count from it
    public Vdma(Ram bar, Ram configuration, StreamPorts ports, int firstStream) {}

    @Override
    public boolean poll() {
        return false;
    }
}
