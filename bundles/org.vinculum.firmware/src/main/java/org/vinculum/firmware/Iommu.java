package org.vinculum.firmware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

/// A unit that translates DMA. The open case, [OtherIommu], lets a reader describe one this version does not know.
public sealed interface Iommu {
    /// The device-tree path, or `IORT:0x<offset>`; unique in a platform.
    String path();

    /// The register frame as the CPU sees it, after every `ranges`; empty for a unit without registers of its own.
    Optional<AddressRange> registers();

    /// The device-tree phandle; empty in ACPI and where nothing refers to the unit.
    OptionalInt phandle();

    /// False when the firmware disables it: masters behind it are not translated.
    boolean enabled();

    /// A short lower-case name of the programming interface: `smmuv3`, `smmuv2`, or what a reader calls its own.
    String kind();

    /// Where the registers start.
    default Optional<Address> base() {
        return registers().map(AddressRange::start);
    }

    /// An interrupt line of the unit.
    ///
    /// @param name `eventq`, `gerror`, `priq`, `cmdq-sync`, `combined`, or empty when the firmware names none
    /// @param specifier the interrupt as the firmware writes it: device-tree cells, or one GSIV
    record Interrupt(String name, List<Integer> specifier) {}

    /// An SMMUv3 (IHI 0070; `arm,smmu-v3`; DEN0049, 3.1.1.2).
    ///
    /// @param coherent table walks are coherent with the CPUs' caches (`dma-coherent`, COHACC override)
    /// @param errata the firmware's flags for deviations, e.g. `hisilicon,broken-prefetch-cmd`
    record SmmuV3(
            String path,
            Optional<AddressRange> registers,
            OptionalInt phandle,
            boolean enabled,
            boolean coherent,
            List<Interrupt> interrupts,
            Set<String> errata)
            implements Iommu {
        @Override
        public String kind() {
            return "smmuv3";
        }
    }

    /// An SMMUv1 or SMMUv2 (IHI 0062; `arm,smmu-v1`, `arm,smmu-v2`, `arm,mmu-500` and their kin).
    ///
    /// @param compatible the most specific compatible string or model name
    record SmmuV2(
            String path,
            Optional<AddressRange> registers,
            OptionalInt phandle,
            boolean enabled,
            boolean coherent,
            String compatible)
            implements Iommu {
        @Override
        public String kind() {
            return "smmuv2";
        }
    }

    /// Any other IOMMU: carried through, never bound.
    ///
    /// @param attributes what the reader wants to be shown, by name
    record OtherIommu(
            String path,
            Optional<AddressRange> registers,
            OptionalInt phandle,
            boolean enabled,
            String kind,
            Map<String, String> attributes)
            implements Iommu {}
}
