package org.vinculum.smmu;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.iommu.VendorCommands;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.profile.IdentificationRegisters;
import org.vinculum.smmu.vendor.VendorSide;

/// Which SMMU a model is: a profile, with other identification values where whoever makes the model asks for them.
///
/// @param name of the profile
/// @param vendor makes what the vendor adds, for one model
record Variant(
        String name,
        IdentificationRegisters registers,
        Identification identification,
        Set<Erratum> errata,
        Supplier<VendorSide> vendor) {
    private static final VendorCommands NONE = (_, _) -> false;

    /// @throws IllegalArgumentException when the engine cannot do what the registers say
    static Variant of(SmmuProfile profile, Map<String, Long> instead) {
        var registers = new IdentificationRegisters(profile.identification(), instead);
        return new Variant(
                profile.name(),
                registers,
                Identification.of(registers),
                Set.copyOf(profile.errata()),
                () -> vendor(profile));
    }

    private static VendorSide vendor(SmmuProfile profile) {
        VendorCommands commands = profile.vendorCommands().orElse(NONE);
        return new VendorSide(profile.name(), commands, profile.vendorPart());
    }
}
