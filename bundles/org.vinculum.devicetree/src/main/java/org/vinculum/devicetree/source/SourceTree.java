package org.vinculum.devicetree.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vinculum.memory.AddressRange;

/// The tree while it is being put together, with its labels.
final class SourceTree {
    private final SourceNode root;
    private final boolean plugin;
    private final Budget budget = new Budget();
    private final List<AddressRange> reservations = new ArrayList<>();
    private final Map<String, SourceNode> labelled = new HashMap<>();
    private int fragments;

    SourceTree(boolean plugin, Place place) {
        this.plugin = plugin;
        this.root = new SourceNode("", place, null);
    }

    SourceNode root() {
        return root;
    }

    boolean plugin() {
        return plugin;
    }

    Budget budget() {
        return budget;
    }

    List<AddressRange> reservations() {
        return reservations;
    }

    /// Number of the next `fragment@` node.
    int nextFragment() {
        return fragments++;
    }

    /// Remembers the labels a node has got.
    void register(SourceNode node, List<String> labels, Place place) {
        for (String label : labels) {
            SourceNode holder = labelled.putIfAbsent(label, node);
            if (holder != null && holder != node) {
                throw place.expected(
                        "a label not used before",
                        Readable.text(label) + ", which is on " + holder.path() + " as well");
            }
        }
    }

    /// Deletes a node with all below it; its labels can then be given to others.
    void delete(SourceNode node) {
        for (SourceNode gone : node.delete()) {
            for (String label : gone.labels().live()) {
                labelled.remove(label, gone);
            }
            gone.labels().delete();
        }
    }

    /// The node that a label or an absolute path means, or null.
    SourceNode find(String target) {
        return target.startsWith("/") ? byPath(target) : labelled.get(target);
    }

    private SourceNode byPath(String path) {
        SourceNode node = root;
        int start = 0;
        while (node != null && start < path.length()) {
            int end = path.indexOf('/', start);
            int stop = end < 0 ? path.length() : end;
            node = stop == start ? node : node.child(path.substring(start, stop));
            start = stop + 1;
        }
        return node;
    }

    /// Visits every node that is not deleted, parents before children, in order. Children may be added meanwhile to
    /// nodes not yet visited only.
    void forEach(Consumer<SourceNode> visitor) {
        Deque<SourceNode> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            SourceNode node = pending.pop();
            visitor.accept(node);
            for (SourceNode child : List.copyOf(node.children()).reversed()) {
                if (!child.isDeleted()) {
                    pending.push(child);
                }
            }
        }
    }
}
