package org.vinculum.hypervisor.host;

/// Gives host memory to what the hardware reads and writes: tables and queues. It is never given back while the machine is
/// there.
@FunctionalInterface
public interface TableAllocator {
    /// @param bytes a multiple of 4096
    /// @param alignment in bytes, a power of two
    /// @return host physical address of zeroed memory
    /// @throws org.vinculum.domain.MachineRefusedException when there is no more
    long allocate(long bytes, long alignment);
}
