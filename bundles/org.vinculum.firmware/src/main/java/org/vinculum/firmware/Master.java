package org.vinculum.firmware;

import java.util.List;

/// A platform device that issues DMA, with the IDs it does so under.
///
/// @param path the device-tree path, or the object name of an IORT named component
/// @param enabled false when the firmware disables the device
/// @param coherent its DMA is coherent with the CPUs' caches
/// @param streams in the firmware's order, one for each entry that names an SMMU
/// @param foreign uses of IOMMUs whose specifiers are not stream IDs ([Iommu.OtherIommu])
/// @param dma what its DMA can do
/// @param messages where its MSIs go, in the firmware's order
public record Master(
        String path,
        boolean enabled,
        boolean coherent,
        List<StreamUse> streams,
        List<ForeignUse> foreign,
        DmaFeatures dma,
        List<MessageTarget> messages) {
    /// A master of which no more is known.
    public Master(
            String path,
            boolean enabled,
            boolean coherent,
            List<StreamUse> streams,
            List<ForeignUse> foreign) {
        this(path, enabled, coherent, streams, foreign, DmaFeatures.NONE, List.of());
    }

    /// One stream, or with SMMUv2 a group of them.
    ///
    /// @param mask SMR mask (IHI 0062, 10.1): bits that are ignored in the match; 0 for exactly one stream
    public record StreamUse(PhysicalStream stream, int mask) {}

    /// @param specifier the cells after the phandle, as they are
    public record ForeignUse(String iommu, List<Integer> specifier) {}
}
