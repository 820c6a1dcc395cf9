package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Fault;
import org.vinculum.devicetree.model.view.MapEntries;
import org.vinculum.devicetree.model.view.Specifiers;
import org.vinculum.devicetree.model.view.TreeIndex;

/// The nodes that have a part in DMA, found in one walk: most nodes of a tree have none.
final class Participants {
    private final List<Node> iommus = new ArrayList<>();
    private final List<Node> masters = new ArrayList<>();
    private final List<Node> buses = new ArrayList<>();

    private Participants() {}

    static Participants of(TreeIndex index) {
        Participants found = new Participants();
        Set<Node> iommus = new LinkedHashSet<>();
        for (Node node : index.nodes()) {
            found.add(node, iommus);
        }
        found.findSilentIommus(index, iommus);
        for (Node node : index.nodes()) {
            if (iommus.contains(node)) {
                found.iommus.add(node);
            }
        }
        return found;
    }

    /// IOMMUs by what they say themselves, or because something refers to them as one; in the order of the tree.
    List<Node> iommus() {
        return iommus;
    }

    /// Nodes with `iommus`, in the order of the tree.
    List<Node> masters() {
        return masters;
    }

    /// Nodes that map requester IDs, and PCI host bridges, in the order of the tree.
    List<Node> buses() {
        return buses;
    }

    private void add(Node node, Set<Node> iommus) {
        boolean bus = false;
        for (Property property : node.properties()) {
            switch (property.name()) {
                case "#iommu-cells" -> iommus.add(node);
                case "compatible" -> {
                    if (Compatible.isSmmu(property)) {
                        iommus.add(node);
                    }
                }
                case "iommus" -> masters.add(node);
                case "iommu-map", "msi-map" -> bus = true;
                case "device_type" -> bus |= BusReader.isHostBridge(node);
                default -> {}
            }
        }
        if (bus) {
            buses.add(node);
        }
    }

    private void findSilentIommus(TreeIndex index, Set<Node> iommus) {
        for (Node master : masters) {
            Property list = master.property("iommus").orElseThrow();
            Specifiers.readDense(list, "#iommu-cells", index)
                    .fault()
                    .ifPresent(fault -> addTarget(fault, iommus));
        }
        for (Node bus : buses) {
            bus.property("iommu-map")
                    .map(p -> MapEntries.read(p, MapEntries.Kind.IOMMU, index))
                    .ifPresent(map -> addTargets(map, iommus));
        }
    }

    private static void addTargets(MapEntries map, Set<Node> iommus) {
        map.entries().forEach(entry -> iommus.add(entry.target()));
        map.fault().ifPresent(fault -> addTarget(fault, iommus));
    }

    private static void addTarget(Fault fault, Set<Node> iommus) {
        if (fault instanceof Fault.Uncounted uncounted) {
            iommus.add(uncounted.target());
        }
    }
}
