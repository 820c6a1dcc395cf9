package org.vinculum.iommu;

import org.osgi.annotation.versioning.ConsumerType;

/// The wired interrupts of an SMMU (IHI 0070, 3.18): edges, without a level to take back.
@ConsumerType
public interface InterruptLines {
    /// The lines, by what the architecture raises on them.
    enum Line {
        EVENTQ,
        PRIQ,
        CMD_SYNC,
        GERROR
    }

    /// One edge. Called from within register writes, [IommuModel#process] and transactions; must not call back.
    void raise(Line line);
}
