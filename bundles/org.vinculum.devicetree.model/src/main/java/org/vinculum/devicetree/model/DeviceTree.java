package org.vinculum.devicetree.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vinculum.memory.AddressRange;

/// A whole tree with what a blob keeps beside it.
///
/// @param root the node named ""
/// @param reservations the memory reservation block (DTSpec 0.4, 5.3), in order
/// @param bootCpu physical ID of the boot CPU (`boot_cpuid_phys`; DTSpec 0.4, 5.2)
/// @param plugin whether the source said `/plugin/`: an overlay with unresolved references
public record DeviceTree(Node root, List<AddressRange> reservations, int bootCpu, boolean plugin) {
    public DeviceTree {
        reservations = List.copyOf(reservations);
    }

    /// A tree with no reservations, boot CPU 0.
    public static DeviceTree of(Node root) {
        return new DeviceTree(root, List.of(), 0, false);
    }

    /// A deep copy.
    public DeviceTree copy() {
        return new DeviceTree(root.copy(), reservations, bootCpu, plugin);
    }

    /// The node with an absolute path; empty when there is none. Aliases are not followed.
    public Optional<Node> node(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        Node node = root;
        int start = 1;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                Optional<Node> child = node.child(path.substring(start, end));
                if (child.isEmpty()) {
                    return Optional.empty();
                }
                node = child.get();
            }
            start = end + 1;
        }
        return Optional.of(node);
    }

    /// Every node, depth first, parents before children, in order.
    public Stream<Node> nodes() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new DepthFirst(root), 0), false);
    }

    private static final class DepthFirst implements Iterator<Node> {
        private final Deque<Node> pending = new ArrayDeque<>();

        DepthFirst(Node root) {
            pending.push(root);
        }

        @Override
        public boolean hasNext() {
            return !pending.isEmpty();
        }

        @Override
        public Node next() {
            Node node = pending.pop();
            List<Node> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                pending.push(children.get(i));
            }
            return node;
        }
    }
}
