package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.Availability;
import org.vinculum.devicetree.model.view.Fault;
import org.vinculum.devicetree.model.view.MapEntries;
import org.vinculum.devicetree.model.view.Specifiers;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.UnreadableInputException;

/// Reads the topology out of a tree: IOMMUs, the masters and buses behind them, and what is wrong with their description.
public final class PlatformReader {
    /// The format's name, as [Platform#format()] has it.
    public static final String FORMAT = "devicetree";

    private final Reading reading;

    private PlatformReader(Reading reading) {
        this.reading = reading;
    }

    /// Reads a tree.
    ///
    /// @param file what messages call it
    /// @throws UnreadableInputException when the tree asks for more memory than any real one
    public static Firmware read(String file, DeviceTree tree) {
        Reading reading = new Reading(file, tree);
        TreeChecks.run(reading);
        Platform platform = new PlatformReader(reading).platform();
        return new Firmware(platform, reading.log().findings());
    }

    private Platform platform() {
        Map<Node, Iommu> iommus = iommus();
        SmmuV3Check smmuV3 = new SmmuV3Check(reading);
        iommus.forEach(smmuV3::check);
        return new Platform(FORMAT, List.copyOf(iommus.values()), masters(iommus), buses());
    }

    private Map<Node, Iommu> iommus() {
        Set<Node> targets = silentTargets();
        IommuReader reader = new IommuReader(reading);
        Map<Node, Iommu> iommus = new LinkedHashMap<>();
        for (Node node : reading.index().nodes()) {
            if (IommuReader.isIommu(node) || targets.contains(node)) {
                iommus.put(node, reader.read(node));
            }
        }
        return iommus;
    }

    // nodes that are referred to as IOMMUs and do not say that they are one
    private Set<Node> silentTargets() {
        Set<Node> targets = new HashSet<>();
        for (Node node : reading.index().nodes()) {
            node.property("iommus")
                    .flatMap(p -> Specifiers.read(p, "#iommu-cells", reading.index()).fault())
                    .ifPresent(fault -> addTarget(targets, fault));
            node.property("iommu-map")
                    .ifPresent(p -> {
                        MapEntries map = MapEntries.read(p, MapEntries.Kind.IOMMU, reading.index());
                        map.fault().ifPresent(fault -> addTarget(targets, fault));
                        map.entries().forEach(entry -> targets.add(entry.target()));
                    });
        }
        return targets;
    }

    private static void addTarget(Set<Node> targets, Fault fault) {
        if (fault instanceof Fault.Uncounted uncounted) {
            targets.add(uncounted.target());
        }
    }

    private List<Master> masters(Map<Node, Iommu> iommus) {
        MasterReader reader = new MasterReader(reading, iommus);
        List<Master> masters = new ArrayList<>();
        for (Node node : reading.index().nodes()) {
            if (node.has("iommus")) {
                reader.read(node).ifPresent(masters::add);
            }
        }
        return masters;
    }

    // disabled bridges are numbered last: a running system never counts them
    private List<Bus> buses() {
        List<Node> nodes = reading.index().nodes().stream().filter(BusReader::isBus).toList();
        BusReader reader = new BusReader(reading, nodes);
        Map<Node, Bus> read = new LinkedHashMap<>();
        for (boolean enabled : new boolean[] {true, false}) {
            for (Node node : nodes) {
                if (Availability.withParents(node) == enabled) {
                    read.put(node, reader.read(node));
                }
            }
        }
        return nodes.stream().map(read::get).toList();
    }
}
