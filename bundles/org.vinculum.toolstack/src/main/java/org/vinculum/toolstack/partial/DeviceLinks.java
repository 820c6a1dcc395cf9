package org.vinculum.toolstack.partial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.toolstack.config.DtdevEntry;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// Links nodes of the partial tree to host devices: by `xen,path`, else to the entry of `dtdev` they look like when only
/// one does. A `dtdev` device without a node gets one made from the host's.
public final class DeviceLinks {
    static final String XEN_PATH = "xen,path";

    private final Host host;
    private final PartialTree partial;
    private final Verdict verdict;
    private final HostPaths paths;
    private final Map<String, DtdevEntry> dtdev = new LinkedHashMap<>();
    private final Map<String, Node> linked = new LinkedHashMap<>();
    private final Set<Node> unlinked = new LinkedHashSet<>();
    private final Set<String> unresolved = new HashSet<>();

    private DeviceLinks(Host host, PartialTree partial, Verdict verdict) {
        this.host = host;
        this.partial = partial;
        this.verdict = verdict;
        this.paths = new HostPaths(host, verdict);
    }

    /// The devices of a guest: those of `dtdev` in order, then those that only an `xen,path` names, in the tree's order.
    ///
    /// @param generated makes the nodes that the partial tree lacks
    public static List<Device> resolve(
            List<DtdevEntry> entries,
            Host host,
            PartialTree partial,
            GeneratedNodes generated,
            Verdict verdict) {
        DeviceLinks links = new DeviceLinks(host, partial, verdict);
        entries.forEach(links::collect);
        partial.devices().forEach(links::linkExplicitly);
        for (Likeness likeness : Likeness.values()) {
            links.linkAlike(likeness);
        }
        links.refuseLoose();
        return links.devices(generated);
    }

    private void collect(DtdevEntry entry) {
        paths.ofDtdev(entry)
                .ifPresent(path -> {
                    if (dtdev.putIfAbsent(path, entry) != null) {
                        verdict.refuse(
                                "dtdev-repeated",
                                entry.place().toString(),
                                "'" + path + "' is in dtdev already; xl refuses that");
                    }
                });
    }

    private void linkExplicitly(Node node) {
        Optional<Property> path = node.property(XEN_PATH);
        if (path.isEmpty()) {
            unlinked.add(node);
            return;
        }
        String place = partial.place(node);
        paths.ofXenPath(path.get().string(), place).ifPresent(p -> link(p, node, place));
    }

    private void link(String path, Node node, String place) {
        Node before = linked.putIfAbsent(path, node);
        if (before != null) {
            verdict.refuse(
                    "device-described-twice",
                    place,
                    "'" + path + "' is described by " + before.path() + " already");
        }
    }

    // Where a node looks like several entries, or an entry like several nodes, no weaker likeness
    // decides: the user has to say which is meant.
    private void linkAlike(Likeness likeness) {
        if (unlinked.isEmpty()) {
            return;
        }
        List<String> open = new ArrayList<>(dtdev.keySet());
        open.removeIf(path -> linked.containsKey(path) || unresolved.contains(path));
        Candidates candidates =
                new Candidates(likeness, open, unlinked, path -> host.node(path).orElse(null));
        for (String path : candidates.paths()) {
            List<Node> nodes = candidates.nodesOf(path);
            List<String> rivals = candidates.pathsOf(nodes.getFirst());
            if (nodes.size() == 1 && rivals.size() == 1) {
                linked.put(path, nodes.getFirst());
                unlinked.remove(nodes.getFirst());
            } else {
                refuseAmbiguous(path, nodes, rivals);
            }
        }
    }

    private void refuseAmbiguous(String path, List<Node> nodes, List<String> rivals) {
        unresolved.add(path);
        String which =
                nodes.size() > 1
                        ? "'" + path + "' may be " + Sentences.list(paths(nodes))
                        : nodes.getFirst().path() + " may be " + Sentences.list(rivals);
        verdict.refuse(
                "dtdev-ambiguous",
                dtdev.get(path).place().toString(),
                which + "; say which with xen,path in the partial tree");
    }

    private static List<String> paths(List<Node> nodes) {
        return nodes.stream().map(Node::path).toList();
    }

    private void refuseLoose() {
        for (Node node : unlinked) {
            if (node.has("iommus") && unresolved.isEmpty()) {
                verdict.refuse(
                        "partial-node-unlinked",
                        partial.place(node),
                        "'iommus' says that the node is a device behind the virtual SMMU, but not"
                                + " which one of the host: add xen,path, or the device to dtdev");
            }
        }
    }

    private List<Device> devices(GeneratedNodes generated) {
        List<Device> devices = new ArrayList<>();
        dtdev.forEach((path, entry) -> {
            if (!unresolved.contains(path)) {
                Node node = linked.remove(path);
                String place = entry.place().toString();
                devices.add(
                        device(
                                path,
                                node == null ? generated.add(path, place) : Optional.of(node),
                                place));
            }
        });
        linked.forEach((path, node) -> devices.add(onlyByXenPath(path, node)));
        return devices;
    }

    // dom0less has no dtdev; an xl.cfg that has one and lacks the device is half a change.
    private Device onlyByXenPath(String path, Node node) {
        if (!dtdev.isEmpty()) {
            verdict.warn(
                    "dtdev-incomplete",
                    partial.place(node),
                    "'"
                            + path
                            + "' is assigned by xen,path and not in dtdev, which is all xl"
                            + " assigns");
        }
        return device(path, Optional.of(node), partial.place(node));
    }

    private Device device(String path, Optional<Node> node, String place) {
        return new Device(path, host.master(path), node, Optional.empty(), place);
    }
}
