package org.vinculum.memory;

import org.osgi.annotation.versioning.ConsumerType;

/// Physical memory as a device or an IOMMU reaches it: RAM here and there, registers elsewhere, nothing in between.
///
/// Safe for use by several threads.
@ConsumerType
public interface PhysicalMemory {
    /// The RAM that holds an address; null where there is none, which is an external abort for whoever asks.
    ///
    /// The answer stays right: RAM is never taken away from under a running machine.
    ///
    /// @param address in bytes, unsigned
    Ram ram(long address);

    /// Writes four bytes, little endian, to RAM or to a device: what a message-signalled interrupt is.
    ///
    /// @param address in bytes, a multiple of 4
    /// @return false when nothing answers there, which is an external abort
    boolean writeInt(long address, int value);
}
