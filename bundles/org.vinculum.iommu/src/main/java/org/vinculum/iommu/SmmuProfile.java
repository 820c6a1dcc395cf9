package org.vinculum.iommu;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/// A variant of the SMMUv3 as data: what its identification registers say, where it departs from the architecture, and the
/// commands and registers it adds. A service; whoever models the SMMUv3 makes an [IommuModelFactory] of each that is there.
@ConsumerType
public interface SmmuProfile {
    /// As [IommuModelFactory#name()].
    String name();

    /// The product and its version, for people.
    String title();

    /// Identification registers by name: IDR0 to IDR6, IIDR, AIDR, PIDR0 to PIDR7; those left out are 0.
    Map<String, Long> identification();

    Set<Erratum> errata();

    /// How much it remembers; whatever the sizes, invalidation works as the architecture says.
    default CacheSizes caches() {
        return CacheSizes.ORDINARY;
    }

    /// Commands 0x80 to 0x8f without state (IHI 0070, 4.1.1), the same for all SMMUs of this profile. One that neither these nor
    /// the [#vendorPart()] accept is illegal.
    default Optional<VendorCommands> vendorCommands() {
        return Optional.empty();
    }

    /// Registers, and commands 0x80 to 0x8f that have state. Called once for each SMMU that is made.
    ///
    /// @return a new part, or empty when the SMMU has none
    default Optional<VendorPart> vendorPart() {
        return Optional.empty();
    }

    /// Departures from the architecture that software sees and works around.
    enum Erratum {
        /// PREFETCH_CONFIG and PREFETCH_ADDR stop the command queue for good (HiSilicon 161010701).
        PREFETCH_BREAKS,
        /// The event and PRI queues' indexes are on page 0; there is no page 1 (Cavium 74).
        INDEXES_ON_PAGE_0,
        /// All interrupts come on one line, the event queue's (Cavium 126).
        ONE_INTERRUPT
    }
}
