package org.vinculum.firmware;

import org.vinculum.memory.StreamId;

/// A stream as the machine knows it: equal IDs behind two IOMMUs are two streams.
///
/// @param iommu the [Iommu#path()] of the IOMMU that sees the ID
public record PhysicalStream(String iommu, StreamId id) {
    public static PhysicalStream of(String iommu, long id) {
        return new PhysicalStream(iommu, StreamId.of(id));
    }

    @Override
    public String toString() {
        return iommu + " " + id;
    }
}
