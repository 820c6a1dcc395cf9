package org.vinculum.qemu;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.domain.Hypervisor;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.qemu.domain.DomainSmmu;
import org.vinculum.qemu.physical.Models;

/// Gives live guests a virtual SMMU of a domain of its own, with two physical SMMUs behind it.
@Component(name = "org.vinculum.qemu.virtual")
@Capability(namespace = "vinculum.contract", name = "guest.smmu.type", version = "1.0")
public final class VirtualSmmuType implements GuestSmmuType {
    private final Hypervisor hypervisor;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, IommuModelFactory>> models;

    @Activate
    public VirtualSmmuType(@Reference Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String name() {
        return "virtual";
    }

    @Override
    public String title() {
        return "a virtual SMMU over two physical ones, stage 2 the hypervisor's";
    }

    @Override
    public GuestSmmu create(GuestSmmuDescription description) {
        return DomainSmmu.of(description, name -> Models.contender(name, models), hypervisor);
    }
}
