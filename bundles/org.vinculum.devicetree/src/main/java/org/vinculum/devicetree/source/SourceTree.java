package org.vinculum.devicetree.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.vinculum.memory.AddressRange;

/// The tree while it is being put together, with its labels.
final class SourceTree {
    private final SourceNode root;
    private final boolean plugin;
    private final Budget budget = new Budget();
    private final List<AddressRange> reservations = new ArrayList<>();
    private final LabelIndex labels = new LabelIndex();
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

    LabelIndex labels() {
        return labels;
    }

    /// Remembers the labels a node has got.
    void register(SourceNode node, List<String> given) {
        for (String label : given) {
            labels.add(label, node);
        }
    }

    /// Deletes a node with all below it; its labels can then be given to others.
    void delete(SourceNode node) {
        for (SourceNode gone : node.delete()) {
            for (String label : gone.labels().live()) {
                labels.remove(label, gone);
            }
            gone.labels().delete();
        }
    }

    /// The node that a label, an absolute path, or a path after a label means, or null.
    SourceNode find(String target, Place place) {
        int slash = target.indexOf('/');
        if (slash < 0) {
            return labels.find(target, place);
        }
        SourceNode start = slash == 0 ? root : labels.find(target.substring(0, slash), place);
        return below(start, target, slash);
    }

    private static SourceNode below(SourceNode above, String path, int slash) {
        SourceNode node = above;
        int start = slash + 1;
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
