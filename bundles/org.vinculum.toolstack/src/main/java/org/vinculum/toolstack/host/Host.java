package org.vinculum.toolstack.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.TreeIndex;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;
import org.vinculum.memory.Address;
import org.vinculum.toolstack.config.EditDistance;

/// The machine as the toolstack looks at it: the platform, indexed, and its device tree where it has one.
public final class Host {
    private static final String DEVICE_TREE = "devicetree";

    private final Platform platform;
    private final Supplier<DeviceTree> source;
    private final Set<String> ranged;
    private final Map<String, Master> masters = new HashMap<>();
    private final Map<String, String> objects = new HashMap<>();
    private final Map<String, Iommu> iommus = new HashMap<>();
    private final Map<Long, Iommu> iommusByBase = new HashMap<>();
    private final Map<String, List<Node>> named = new HashMap<>();
    private final List<String> bases = new ArrayList<>();
    private TreeIndex index;

    /// @param source reads the tree; asked at most once, and only of hosts that are described by one
    public Host(Platform platform, Supplier<DeviceTree> source) {
        RangedComponents components = new RangedComponents(platform);
        this.platform = components.platform();
        this.ranged = components.paths();
        this.source = source;
        for (Master master : this.platform.masters()) {
            masters.put(master.path(), master);
            if (ObjectPath.isOne(master.path())) {
                objects.putIfAbsent(ObjectPath.padded(master.path()), master.path());
            }
        }
        for (Iommu iommu : platform.iommus()) {
            iommus.put(iommu.path(), iommu);
            iommu.base().ifPresent(base -> iommusByBase.putIfAbsent(base.value(), iommu));
        }
    }

    public Platform platform() {
        return platform;
    }

    public Optional<Master> master(String path) {
        return Optional.ofNullable(masters.get(path));
    }

    /// Whether a device is a named component that has ranges of IDs.
    public boolean hasRanges(String path) {
        return ranged.contains(path);
    }

    public Optional<Iommu> iommu(String path) {
        return Optional.ofNullable(iommus.get(path));
    }

    public Optional<Iommu> iommuAt(long base) {
        return Optional.ofNullable(iommusByBase.get(base));
    }

    /// Where the registers of IOMMUs lie, in the firmware's order, for messages.
    public List<String> iommuBases() {
        if (bases.isEmpty()) {
            for (Iommu iommu : platform.iommus()) {
                iommu.base().map(Address::toString).ifPresent(bases::add);
            }
        }
        return bases;
    }

    /// What messages call its parts.
    public Terms terms() {
        return Terms.of(platform.format());
    }

    /// The path of the device that a path means, with or without an IOMMU in front of it. An ACPI object is found by any
    /// spelling of its name.
    public Optional<String> device(String path) {
        if (masters.containsKey(path) || node(path).isPresent()) {
            return Optional.of(path);
        }
        return ObjectPath.isOne(path)
                ? Optional.ofNullable(objects.get(ObjectPath.padded(path)))
                : Optional.empty();
    }

    /// The node with an absolute path; empty as well where the host has no device tree.
    public Optional<Node> node(String path) {
        return hasTree() && path.startsWith("/") ? index().byPath(path) : Optional.empty();
    }

    /// What a user may have meant by a word that is no absolute path: an alias, or a node's name with or without its
    /// address. Empty where nothing is called so.
    public List<String> called(String word) {
        if (!hasTree()) {
            return List.of();
        }
        Optional<Node> aliased = index().byPath(word);
        if (aliased.isPresent()) {
            return List.of(aliased.get().path());
        }
        if (named.isEmpty()) {
            index().nodes().forEach(this::addName);
        }
        return named.getOrDefault(word, List.of()).stream().map(Node::path).toList();
    }

    private void addName(Node node) {
        named.computeIfAbsent(node.name(), _ -> new ArrayList<>(1)).add(node);
        if (node.name().indexOf('@') >= 0) {
            named.computeIfAbsent(node.baseName(), _ -> new ArrayList<>(1)).add(node);
        }
    }

    /// The path of the machine that is nearest to one that does not exist.
    public Optional<String> nearest(String path) {
        return EditDistance.nearest(path, paths(), Math.max(4, path.length() / 2));
    }

    private List<String> paths() {
        if (!hasTree()) {
            return platform.masters().stream().map(Master::path).toList();
        }
        List<String> paths = new ArrayList<>(index().nodes().size());
        for (Node node : index().nodes()) {
            paths.add(node.path());
        }
        return paths;
    }

    /// Whether a device tree describes it, so that there are nodes to look into.
    public boolean hasTree() {
        return platform.format().equals(DEVICE_TREE);
    }

    /// @throws IllegalStateException where the host has no device tree
    public TreeIndex index() {
        if (!hasTree()) {
            throw new IllegalStateException("a host described by " + platform.format());
        }
        if (index == null) {
            index = TreeIndex.of(source.get());
        }
        return index;
    }
}
