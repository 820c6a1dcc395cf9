package org.vinculum.commands;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.vinculum.commands.InstalledServices.ACTIVE;
import static org.vinculum.commands.InstalledServices.CONTRACT;

import java.util.ArrayList;
import java.util.List;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.acpi.model.IortCodec;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.binding.GuestBinder;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Part;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.InPlaceOverlays;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.devicetree.model.TreeDiff;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.PlatformDrawing;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuest;
import org.vinculum.preference.Preference;
import org.vinculum.scenario.model.ScenarioPlayer;

/// The services of the framework as the verbs see them. A service object is fetched when a verb asks for it, not when it
/// appears, so that a verb never starts what only another one needs.
///
/// A whole installation needs a provider of every contract named here but tables of ACPI, which the resolver checks; a
/// framework that was started for one verb does not, so the requirements are effective for resolving only.
@Requirement(namespace = CONTRACT, name = "firmware.reader", version = "1.0", effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "firmware.check", version = "1.0", effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "guest.binder", version = "1.0", effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "devicetree.codec", version = "1.0", effective = ACTIVE)
@Requirement(
        namespace = CONTRACT,
        name = "devicetree.overlays",
        version = "1.0",
        effective = ACTIVE)
@Requirement(namespace = CONTRACT, name = "devicetree.diff", version = "1.0", effective = ACTIVE)
@Requirement(
        namespace = CONTRACT,
        name = "iort.codec",
        version = "1.0",
        effective = ACTIVE,
        resolution = Requirement.Resolution.OPTIONAL)
@Component(name = "org.vinculum.commands.installed", service = Installed.class)
public final class InstalledServices implements Installed {
    static final String CONTRACT = "vinculum.contract";
    static final String ACTIVE = "active";

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
    private volatile List<ComponentServiceObjects<IortCodec>> tableCodecs;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<Overlays>> overlays;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<TreeDiff>> diffs;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<InPlaceOverlays>> inPlaceOverlays;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<ScenarioPlayer>> players;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<IommuModelFactory>> models;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<Benchmark>> benchmarks;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<LiveGuest>> liveGuests;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<ComponentServiceObjects<GuestSmmuType>> guestSmmuTypes;

    @Override
    public <T> List<T> all(Class<T> contract) {
        List<T> services = new ArrayList<>();
        for (Part<T> part : parts(contract)) {
            services.add(part.service());
        }
        return services;
    }

    @Override
    public <T> List<Part<T>> parts(Class<T> contract) {
        List<Part<T>> parts = new ArrayList<>();
        for (ComponentServiceObjects<T> reference : bestFirst(references(contract))) {
            T service = reference.getService();
            if (service != null) {
                parts.add(part(service, reference.getServiceReference()));
            }
        }
        return parts;
    }

    private static <T> Part<T> part(T service, ServiceReference<T> reference) {
        Object own = reference.getProperty(Preference.VERSION);
        Bundle bundle = reference.getBundle();
        Object version = own == null && bundle != null ? bundle.getVersion() : own;
        return new Part<>(
                service, String.valueOf(version), Preference.ranking(reference::getProperty));
    }

    private static <T> List<ComponentServiceObjects<T>> bestFirst(
            List<ComponentServiceObjects<T>> references) {
        List<ComponentServiceObjects<T>> sorted = new ArrayList<>(references);
        if (sorted.size() > 1) {
            sorted.sort((one, other) ->
                    Preference.compare(
                            one.getServiceReference()::getProperty,
                            other.getServiceReference()::getProperty));
        }
        return sorted;
    }

    // The list of a contract has that contract's type, which the compiler cannot know.
    @SuppressWarnings("unchecked")
    private <T> List<ComponentServiceObjects<T>> references(Class<T> contract) {
        List<?> references =
                switch (contract.getSimpleName()) {
                    case "FirmwareReader" -> readers;
                    case "FirmwareCheck" -> checks;
                    case "PlatformDrawing" -> drawings;
                    case "GuestBinder" -> binders;
                    case "Dom0Describer" -> describers;
                    case "DeviceTreeCodec" -> codecs;
                    case "IortCodec" -> tableCodecs;
                    case "Overlays" -> overlays;
                    case "InPlaceOverlays" -> inPlaceOverlays;
                    case "TreeDiff" -> diffs;
                    case "ScenarioPlayer" -> players;
                    case "IommuModelFactory" -> models;
                    case "Benchmark" -> benchmarks;
                    case "LiveGuest" -> liveGuests;
                    case "GuestSmmuType" -> guestSmmuTypes;
                    default -> throw new IllegalArgumentException("no verb uses " + contract);
                };
        return (List<ComponentServiceObjects<T>>) references;
    }
}
