package org.vinculum.hypervisor.guest.emulator;

import org.vinculum.domain.VirtualIommu;

/// A virtual IOMMU, who offered its type, and what it reaches.
public record Emulator(OfferedType offered, VirtualIommu virtual, Connections connections) {
    /// It is not wanted, or not any more.
    public void discard() {
        connections.close();
    }
}
