package org.vinculum.machine;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;
import static org.vinculum.machine.InstalledParts.ACTIVE;
import static org.vinculum.machine.InstalledParts.CONTRACT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.machine.run.Parts;
import org.vinculum.preference.Preference;

/// The services that a run's machine needs. Only a hypervisor that goes ends the machine; the others count when they are
/// used.
///
/// A whole installation has a provider of every contract named here, which the resolver checks; the feature alone has not,
/// so the requirements are effective for resolving only.
@Requirement(namespace = CONTRACT, name = "hypervisor", version = "1.0", effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "virtual.iommu.type", version = "1.0", effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "iommu.model", version = "1.0", effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "firmware.reader", version = "1.0", effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "guest.binder", version = "1.0", effective = ACTIVE)
@Component(name = "org.vinculum.machine.parts", service = Parts.class)
public final class InstalledParts implements Parts {
    static final String CONTRACT = "vinculum.contract";
    static final String ACTIVE = "active";

    private final Hypervisor hypervisor;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, FirmwareReader>> readers;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, IommuModelFactory>> models;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<VirtualIommuType> types;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile DeviceTreeCodec codec;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile GuestBinder binder;

    @Activate
    public InstalledParts(@Reference Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public Hypervisor hypervisor() {
        return hypervisor;
    }

    @Override
    public List<FirmwareReader> readers() {
        return Preference.bestFirst(readers);
    }

    @Override
    public List<IommuModelFactory> models() {
        return Preference.bestFirst(models);
    }

    @Override
    public Set<String> virtualIommus() {
        Set<String> names = new TreeSet<>();
        types.forEach(type -> names.add(type.name()));
        return names;
    }

    @Override
    public Optional<DeviceTreeCodec> codec() {
        return Optional.ofNullable(codec);
    }

    @Override
    public Optional<GuestBinder> binder() {
        return Optional.ofNullable(binder);
    }

    @Override
    public Object generation() {
        return Arrays.asList(readers(), models(), List.copyOf(types), codec, binder);
    }
}
