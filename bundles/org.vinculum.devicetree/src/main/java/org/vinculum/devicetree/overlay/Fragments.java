package org.vinculum.devicetree.overlay;

import java.util.ArrayDeque;
import java.util.Deque;
import org.vinculum.devicetree.model.Node;

/// Merges the fragments of an overlay into their targets, properties of a node before its children.
final class Fragments {
    private static final class Open {
        final Node changes;
        final Node node;
        int child;

        Open(Node changes, Node node) {
            this.changes = changes;
            this.node = node;
        }
    }

    private final Overlay overlay;
    private final Base base;

    Fragments(Overlay overlay, Base base) {
        this.overlay = overlay;
        this.base = base;
    }

    void merge() {
        for (Node fragment : overlay.root().children()) {
            Overlay.changes(fragment)
                    .ifPresent(changes -> {
                        Place place = overlay.at(fragment.path());
                        merge(changes, Target.required(fragment, base, place).node());
                    });
        }
    }

    private void merge(Node changes, Node target) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(properties(changes, target));
        while (!open.isEmpty()) {
            Open top = open.peek();
            if (top.child == top.changes.children().size()) {
                open.pop();
            } else {
                Node child = top.changes.children().get(top.child++);
                open.push(properties(child, base.childOrNew(top.node, child.name())));
            }
        }
    }

    private Open properties(Node changes, Node node) {
        changes.properties().forEach(property -> base.set(node, property));
        return new Open(changes, node);
    }
}
