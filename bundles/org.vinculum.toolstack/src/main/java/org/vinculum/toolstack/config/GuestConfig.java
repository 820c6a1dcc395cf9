package org.vinculum.toolstack.config;

import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.Finding;
import org.vinculum.toolstack.config.Value.Atom;

/// What a guest's xl.cfg says that matters for its description.
///
/// @param memory in MiB
/// @param commandLine `cmdline`, or `root` and `extra`
/// @param viommu the type asked for, `smmuv3` by default
/// @param acpi where `acpi = 1` stands
/// @param messageWindow where `viommu_msi_rmr = 1` stands
/// @param perPhysical one virtual SMMU for each physical one instead of one for all
/// @param irqs host interrupts given to the guest, as INTIDs
/// @param notes keys nobody knows, and what was assumed
public record GuestConfig(
        String name,
        long memory,
        int vcpus,
        boolean gicV2,
        Optional<String> commandLine,
        Optional<Place> acpi,
        Optional<Atom> viommu,
        boolean perPhysical,
        Optional<Place> messageWindow,
        List<DtdevEntry> dtdev,
        Optional<Atom> deviceTree,
        List<PciFunction> pci,
        List<DevidEntry> devidMap,
        List<Integer> irqs,
        List<IomemRange> iomem,
        List<Finding> notes) {}
