package org.vinculum.itests.linux;

import java.util.List;
import java.util.Set;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.qemu.domain.DomainSmmu;
import org.vinculum.qemu.physical.PhysicalSmmu;
import org.vinculum.swap.Contender;

/// Who owns stage 2 of a guest's SMMU: the guest, or our hypervisor.
public record SmmuMode(String name) implements GuestSmmuType {
    public static final String PHYSICAL = "physical";
    public static final String VIRTUAL = "virtual";

    public static List<GuestSmmuType> all() {
        return List.of(new SmmuMode(VIRTUAL), new SmmuMode(PHYSICAL));
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public GuestSmmu create(GuestSmmuDescription description) {
        return name.equals(PHYSICAL)
                ? PhysicalSmmu.of(description, SmmuMode::contender)
                : DomainSmmu.of(description, SmmuMode::contender, InstalledHypervisor.start());
    }

    @Override
    public Set<Erratum> errata(String model) {
        return name.equals(PHYSICAL) ? model(model).errata() : Set.of();
    }

    private static Contender contender(String name) {
        return new Contender(model(name), "");
    }

    private static IommuModelFactory model(String name) {
        return new InstalledHypervisor().model(name).orElseThrow();
    }
}
