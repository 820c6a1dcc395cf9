package org.vinculum.devicetree.model.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Finds nodes by phandle and by path without searching the tree again.
///
/// It is a picture of the tree at one moment: later changes to the tree do not show.
public final class TreeIndex {
    private final Node root;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Integer, Node> byPhandle = new HashMap<>();
    private final Map<Node, Map<String, Node>> children = new HashMap<>();

    private TreeIndex(Node root) {
        this.root = root;
    }

    public static TreeIndex of(DeviceTree tree) {
        TreeIndex index = new TreeIndex(tree.root());
        Deque<Node> pending = new ArrayDeque<>();
        pending.push(tree.root());
        while (!pending.isEmpty()) {
            Node node = pending.pop();
            index.add(node);
            List<Node> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                pending.push(children.get(i));
            }
        }
        return index;
    }

    /// Every node, depth first, parents before children.
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /// The node with a phandle, the first in the tree when several claim it (as Linux finds it).
    public Optional<Node> byPhandle(int phandle) {
        return Optional.ofNullable(byPhandle.get(phandle));
    }

    /// The node with an absolute path, or one that starts with an alias (DTSpec 0.4, 2.2.3 and 3.3).
    public Optional<Node> byPath(String path) {
        int slash = path.indexOf('/');
        if (slash == 0) {
            return walk(root, path);
        }
        String alias = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash);
        return Optional.ofNullable(child(root, "aliases"))
                .flatMap(aliases -> aliases.property(alias))
                .map(Property::string)
                .filter(target -> target.startsWith("/"))
                .flatMap(target -> walk(root, target))
                .flatMap(node -> walk(node, rest));
    }

    /// The phandle of a node, from `phandle` or its old name `linux,phandle`; empty when it has none that could be used.
    public static OptionalInt phandleOf(Node node) {
        OptionalInt phandle = Cells.single(node, "phandle");
        if (phandle.isEmpty()) {
            phandle = Cells.single(node, "linux,phandle");
        }
        return phandle.isPresent() && isPhandle(phandle.getAsInt()) ? phandle : OptionalInt.empty();
    }

    /// Whether a number may name a node: neither 0 nor all ones (DTSpec 0.4, 2.3.3).
    public static boolean isPhandle(int number) {
        return number != 0 && number != -1;
    }

    private void add(Node node) {
        nodes.add(node);
        OptionalInt phandle = phandleOf(node);
        if (phandle.isPresent()) {
            byPhandle.putIfAbsent(phandle.getAsInt(), node);
        }
    }

    private Optional<Node> walk(Node from, String path) {
        Node node = from;
        int at = 0;
        while (node != null && at < path.length()) {
            int end = path.indexOf('/', at);
            int stop = end < 0 ? path.length() : end;
            if (stop > at) {
                node = child(node, path.substring(at, stop));
            }
            at = stop + 1;
        }
        return Optional.ofNullable(node);
    }

    private Node child(Node parent, String name) {
        return children.computeIfAbsent(parent, TreeIndex::named).get(name);
    }

    private static Map<String, Node> named(Node parent) {
        Map<String, Node> named = new HashMap<>();
        for (Node child : parent.children()) {
            named.putIfAbsent(child.name(), child);
        }
        return named;
    }
}
