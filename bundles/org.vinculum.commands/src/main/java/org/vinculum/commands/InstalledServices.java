package org.vinculum.commands;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.binding.GuestBinder;
import org.vinculum.commands.verb.Installed;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.InPlaceOverlays;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.devicetree.model.TreeDiff;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.PlatformDrawing;

/// The services of the framework as the verbs see them. A service object is fetched when a verb asks for it, not when it
/// appears, so that a verb never starts what only another one needs.
@Component(name = "org.vinculum.commands.installed", service = Installed.class)
public final class InstalledServices implements Installed {
    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<FirmwareReader>> readers;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<FirmwareCheck>> checks;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<PlatformDrawing>> drawings;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<GuestBinder>> binders;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<Dom0Describer>> describers;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<DeviceTreeCodec>> codecs;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<Overlays>> overlays;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<TreeDiff>> diffs;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<InPlaceOverlays>> inPlaceOverlays;

    @Override
    public <T> List<T> all(Class<T> contract) {
        List<T> services = new ArrayList<>();
        for (ComponentServiceObjects<?> objects : ByPreference.sorted(references(contract))) {
            Object service = objects.getService();
            if (service != null) {
                services.add(contract.cast(service));
            }
        }
        return services;
    }

    private List<? extends ComponentServiceObjects<?>> references(Class<?> contract) {
        return switch (contract.getSimpleName()) {
            case "FirmwareReader" -> readers;
            case "FirmwareCheck" -> checks;
            case "PlatformDrawing" -> drawings;
            case "GuestBinder" -> binders;
            case "Dom0Describer" -> describers;
            case "DeviceTreeCodec" -> codecs;
            case "Overlays" -> overlays;
            case "TreeDiff" -> diffs;
            case "InPlaceOverlays" -> inPlaceOverlays;
            default -> throw new IllegalArgumentException("no verb uses " + contract);
        };
    }
}
