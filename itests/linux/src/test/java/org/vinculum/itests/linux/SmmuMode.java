package org.vinculum.itests.linux;

import java.util.List;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.qemu.domain.DomainSmmu;
import org.vinculum.qemu.physical.PhysicalSmmu;

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
        IommuModelFactory model =
                new InstalledHypervisor().model(description.model()).orElseThrow();
        return name.equals(PHYSICAL)
                ? PhysicalSmmu.of(description, model)
                : DomainSmmu.of(description, model, InstalledHypervisor.start());
    }
}
