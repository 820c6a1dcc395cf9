package org.vinculum.domain;

import java.util.Map;
import org.vinculum.memory.AddressRange;

/// A virtual IOMMU as a domain asks for it.
///
/// @param type the [VirtualIommuType#name()]
/// @param registers guest physical frame
/// @param eventIntid interrupt ID of every line but global errors; 33 is SPI 1
/// @param gerrorIntid interrupt ID of global errors, often the same
/// @param deviceIdBase what the guest's interrupt translation service knows stream 0 by
/// @param ownDeviceId what it knows the virtual IOMMU itself by
/// @param sidBits SIDSIZE: streams 0 to 2^sidBits - 1
/// @param stalls a faulting transaction may wait for the guest, where every SMMU behind it can stall
/// @param ats devices that can ask for translations may do so, where every SMMU behind it can answer
/// @param baseline identification registers by name, whose features are the most that is shown, so that the domain can
///     move to machines that have no more; empty for whatever the hardware has. Guest physical addresses have the bits
///     that IDR5.OAS says here where the SMMUs have as many; 40 where it is not named
public record VirtualIommuDescription(
        String type,
        AddressRange registers,
        int eventIntid,
        int gerrorIntid,
        long deviceIdBase,
        long ownDeviceId,
        int sidBits,
        boolean stalls,
        boolean ats,
        Map<String, Long> baseline) {
    /// The type that [org.vinculum.binding.VirtualIommuNode] describes.
    public static final String SMMUV3 = "smmuv3";

    /// @throws IllegalArgumentException for more than 32 stream ID bits
    public VirtualIommuDescription {
        if (sidBits < 0 || sidBits > 32) {
            throw new IllegalArgumentException(sidBits + " bits of stream ID");
        }
        baseline = Map.copyOf(baseline);
    }

    /// A virtual SMMUv3 with one interrupt and neither stalls nor ATS.
    public VirtualIommuDescription(AddressRange registers, int intid, int sidBits) {
        this(SMMUV3, registers, intid, intid, 0, 0xffff_ffffL, sidBits, false, false, Map.of());
    }
}
