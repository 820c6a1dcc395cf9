package org.vinculum.toolstack.partial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vinculum.devicetree.model.Node;

/// Which host paths look like which nodes of the partial tree, by one [Likeness].
final class Candidates {
    // enough to see that there are several, and for a message
    private static final int MOST = 12;

    private final Map<String, Set<Node>> nodesOf = new LinkedHashMap<>();
    private final Map<Node, Set<String>> pathsOf = new HashMap<>();

    /// @param device finds the host's node of a path, null where there is none
    Candidates(
            Likeness likeness,
            Collection<String> paths,
            Collection<Node> nodes,
            Function<String, Node> device) {
        Map<String, List<Node>> byKey = new HashMap<>();
        for (Node node : nodes) {
            for (String key : likeness.keys(node.name(), node)) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(node);
            }
        }
        for (String path : paths) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            for (String key : likeness.keys(name, device.apply(path))) {
                add(path, byKey.getOrDefault(key, List.of()));
            }
        }
    }

    private void add(String path, List<Node> nodes) {
        for (Node node : nodes.subList(0, Math.min(nodes.size(), MOST))) {
            nodesOf.computeIfAbsent(path, _ -> new LinkedHashSet<>()).add(node);
            pathsOf.computeIfAbsent(node, _ -> new LinkedHashSet<>()).add(path);
        }
    }

    /// The paths that look like at least one node, in order.
    Collection<String> paths() {
        return nodesOf.keySet();
    }

    List<Node> nodesOf(String path) {
        return List.copyOf(nodesOf.get(path));
    }

    List<String> pathsOf(Node node) {
        return List.copyOf(pathsOf.get(node));
    }
}
