package org.vinculum.firmware;

import java.util.Optional;
import org.vinculum.memory.StreamId;

/// A bus whose requesters carry IDs of their own, mapped to stream IDs on the way out: a PCI host bridge or an fsl-mc.
///
/// @param path the device-tree path, `IORT:0x<offset>` of a root complex, or the object name of a component that maps ranges
/// @param pci what makes it a PCI host bridge; empty for other buses
/// @param coherent DMA of its devices is coherent with the CPUs' caches
/// @param iommuMap requester ID to stream ID
/// @param msiMap requester ID to the ID that the MSI controller sees
/// @param dma what the DMA of its devices can do
public record Bus(
        String path,
        Optional<Pci> pci,
        boolean enabled,
        boolean coherent,
        IdMap iommuMap,
        IdMap msiMap,
        DmaFeatures dma) {
    /// A bus of which no more is known.
    public Bus(
            String path,
            Optional<Pci> pci,
            boolean enabled,
            boolean coherent,
            IdMap iommuMap,
            IdMap msiMap) {
        this(path, pci, enabled, coherent, iommuMap, msiMap, DmaFeatures.NONE);
    }

    /// @param segment PCI segment (`linux,pci-domain`, or the position among those without)
    /// @param firstBus lowest bus number of `bus-range`
    /// @param lastBus highest bus number of `bus-range`
    public record Pci(int segment, int firstBus, int lastBus) {}

    /// The stream of a requester ID; empty when nothing matches (a bypass).
    ///
    /// @param requester RID, 16 bits for PCI
    public Optional<PhysicalStream> stream(long requester) {
        return iommuMap.map(requester)
                .map(m -> new PhysicalStream(m.target(), StreamId.of(m.id())));
    }
}
