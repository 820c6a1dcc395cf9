package org.vinculum.devicetree.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Difference;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Compares two trees node by node, in step, without recursion.
public final class StructuralDiff {
    private record Pair(Node before, Node after) {}

    private final List<Difference> differences = new ArrayList<>();
    private final Deque<Object> pending = new ArrayDeque<>();

    private StructuralDiff() {}

    /// The differences in the order [org.vinculum.devicetree.model.TreeDiff] promises.
    public static List<Difference> between(DeviceTree before, DeviceTree after) {
        var diff = new StructuralDiff();
        diff.blob(before, after);
        diff.trees(before.root(), after.root());
        return diff.differences;
    }

    private void blob(DeviceTree before, DeviceTree after) {
        if (!before.reservations().equals(after.reservations())) {
            differences.add(
                    new Difference.ReservationsChanged(
                            before.reservations(), after.reservations()));
        }
        if (before.bootCpu() != after.bootCpu()) {
            differences.add(new Difference.BootCpuChanged(before.bootCpu(), after.bootCpu()));
        }
    }

    // What is pending is either a pair to compare or a difference to report when its turn comes.
    private void trees(Node before, Node after) {
        pending.push(new Pair(before, after));
        while (!pending.isEmpty()) {
            switch (pending.pop()) {
                case Pair(var one, var other) -> {
                    properties(one, other);
                    children(one, other);
                }
                case Difference difference -> differences.add(difference);
                default -> throw new IllegalStateException();
            }
        }
    }

    private void properties(Node before, Node after) {
        String path = before.path();
        for (Property property : before.properties()) {
            Optional<Property> other = after.property(property.name());
            if (other.isEmpty()) {
                differences.add(new Difference.PropertyRemoved(path, property));
            } else if (!other.get().equals(property)) {
                differences.add(new Difference.PropertyChanged(path, property, other.get()));
            }
        }
        for (Property property : after.properties()) {
            if (!before.has(property.name())) {
                differences.add(new Difference.PropertyAdded(path, property));
            }
        }
    }

    // Pushed last to first, so that they are taken first to last.
    private void children(Node before, Node after) {
        for (int i = after.children().size() - 1; i >= 0; i--) {
            Node child = after.children().get(i);
            if (before.child(child.name()).isEmpty()) {
                pending.push(new Difference.NodeAdded(child.path(), child));
            }
        }
        for (int i = before.children().size() - 1; i >= 0; i--) {
            Node child = before.children().get(i);
            Optional<Node> other = after.child(child.name());
            pending.push(
                    other.isPresent()
                            ? new Pair(child, other.get())
                            : new Difference.NodeRemoved(child.path(), child));
        }
    }
}
