package org.vinculum.qemu;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.qemu.physical.Models;
import org.vinculum.qemu.physical.PhysicalSmmu;

/// Gives live guests an SMMU of their own.
@Component(name = "org.vinculum.qemu.physical")
@Capability(namespace = "vinculum.contract", name = "guest.smmu.type", version = "1.0")
public final class PhysicalSmmuType implements GuestSmmuType {
    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, IommuModelFactory>> models;

    @Override
    public String name() {
        return "physical";
    }

    @Override
    public String title() {
        return "an SMMU of its own, both stages the guest's";
    }

    @Override
    public GuestSmmu create(GuestSmmuDescription description) {
        return PhysicalSmmu.of(description, name -> Models.contender(name, models));
    }

    @Override
    public Set<Erratum> errata(String model) {
        return Models.contender(model, models).factory().errata();
    }
}
