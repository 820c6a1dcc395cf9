package org.vinculum.qemu;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;
import static org.vinculum.qemu.QemuGuest.ACTIVE;
import static org.vinculum.qemu.QemuGuest.CONTRACT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveAudience;
import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;
import org.vinculum.preference.Preference;
import org.vinculum.qemu.run.LiveRun;
import org.vinculum.qemu.run.Parts;
import org.vinculum.scenario.model.ScenarioRecorder;

/// Live guests in QEMU, with the services that are there when one is asked for.
@Component(name = "org.vinculum.qemu", service = LiveGuest.class)
@Capability(namespace = CONTRACT, name = "live.guest", version = "1.0")
@Requirement(namespace = CONTRACT, name = "iommu.model", version = "1.0", effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "devicetree.codec", version = "1.0", effective = ACTIVE)
@Requirement(
        namespace = CONTRACT,
        name = "devicetree.overlays",
        version = "1.0",
        effective = ACTIVE)
public final class QemuGuest implements LiveGuest, Parts {
    static final String CONTRACT = "vinculum.contract";
    static final String ACTIVE = "active";

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, GuestSmmuType>> types;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, IommuModelFactory>> models;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile DeviceTreeCodec codec;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Overlays overlays;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile ScenarioRecorder recorder;

    @Override
    public LiveReport run(LiveGuestDescription description, LiveAudience audience)
            throws InterruptedException {
        return new LiveRun(this, System.getenv()).run(description, audience);
    }

    @Override
    public List<GuestSmmuType> types() {
        return Preference.bestFirst(types);
    }

    @Override
    public List<IommuModelFactory> models() {
        return Preference.bestFirst(models);
    }

    @Override
    public Optional<DeviceTreeCodec> codec() {
        return Optional.ofNullable(codec);
    }

    @Override
    public Optional<Overlays> overlays() {
        return Optional.ofNullable(overlays);
    }

    @Override
    public Optional<ScenarioRecorder> recorder() {
        return Optional.ofNullable(recorder);
    }
}
