package org.vinculum.devicetree.overlay;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;

/// Finds nodes as boot loaders do: a name without a unit address also stands for the first node of that base name, and
/// a path that does not start with a slash starts with an alias (DTSpec 0.4, 2.2.3 and 3.3).
final class NodeNames {
    private static final int SCANNED = 16;

    private final Node root;
    private final Map<Node, Map<String, Node>> known = new IdentityHashMap<>();

    NodeNames(Node root) {
        this.root = root;
    }

    Optional<Node> child(Node parent, String name) {
        if (parent.children().size() > SCANNED) {
            return Optional.ofNullable(known.computeIfAbsent(parent, NodeNames::byName).get(name));
        }
        for (Node child : parent.children()) {
            if (child.name().equals(name) || child.baseName().equals(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /// Takes note of a child that was added before all others.
    void addedFirst(Node parent, Node child) {
        Map<String, Node> names = known.get(parent);
        if (names != null) {
            names.put(child.name(), child);
            names.put(child.baseName(), child);
        }
    }

    Optional<Node> path(String path) {
        String absolute = path;
        if (!path.startsWith("/")) {
            int slash = path.indexOf('/');
            String alias = slash < 0 ? path : path.substring(0, slash);
            Optional<String> target =
                    child(root, "aliases").flatMap(a -> a.property(alias)).map(p -> p.string());
            if (target.isEmpty() || !target.get().startsWith("/")) {
                return Optional.empty();
            }
            absolute = target.get() + (slash < 0 ? "" : path.substring(slash));
        }
        return absolutePath(absolute);
    }

    private Optional<Node> absolutePath(String path) {
        Optional<Node> node = Optional.of(root);
        int start = 1;
        while (node.isPresent() && start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                node = child(node.get(), path.substring(start, end));
            }
            start = end + 1;
        }
        return node;
    }

    private static Map<String, Node> byName(Node parent) {
        Map<String, Node> names = HashMap.newHashMap(parent.children().size() * 2);
        for (Node child : parent.children()) {
            names.putIfAbsent(child.name(), child);
            names.putIfAbsent(child.baseName(), child);
        }
        return names;
    }
}
