package org.vinculum.qemu.vdma;

import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.layout.Layout;

/// The configuration space of a PCI host that is memory and nothing else.
public final class ConfigurationSpace {
    /// Bytes of one function's.
    public static final int FUNCTION_SIZE = 4096;

    private ConfigurationSpace() {}

    /// Fills all of it.
    ///
    /// @param ecam as [Layout#ecam()]
    public static void write(Ram ecam, Layout layout) {
        ecam.segment().fill((byte) -1);
    }

    /// Where one function's is.
    ///
    /// @param requester its requester ID, on bus 0
    static AddressRange function(Layout layout, int requester) {
        long start = layout.ecam().start().value();
        return AddressRange.of(start + (long) requester * FUNCTION_SIZE, FUNCTION_SIZE);
    }
}
