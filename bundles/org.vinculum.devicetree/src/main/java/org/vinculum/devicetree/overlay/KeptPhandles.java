package org.vinculum.devicetree.overlay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Gives overlay nodes that fall on nodes of the base the phandles these have, so that references in the base stay right.
final class KeptPhandles {
    private record Pair(Node ours, Node theirs) {}

    private final Overlay overlay;
    private final Base base;
    private final Map<Integer, Integer> changed = new HashMap<>();

    KeptPhandles(Overlay overlay, Base base) {
        this.overlay = overlay;
        this.base = base;
    }

    void apply() {
        Deque<Pair> pending = new ArrayDeque<>();
        for (Node fragment : overlay.root().children()) {
            Overlay.changes(fragment)
                    .ifPresent(changes ->
                            Target.of(fragment, base, overlay.at(fragment.path()))
                                    .ifPresent(t -> pending.add(new Pair(changes, t.node()))));
        }
        while (!pending.isEmpty()) {
            Pair pair = pending.pop();
            keep(pair);
            for (Node child : pair.ours.children()) {
                base.names()
                        .child(pair.theirs, child.name())
                        .ifPresent(other -> pending.push(new Pair(child, other)));
            }
        }
        if (!changed.isEmpty()) {
            new LocalReferences(overlay).change(word -> changed.getOrDefault(word, word));
        }
    }

    private void keep(Pair pair) {
        int ours = Phandles.of(pair.ours);
        int theirs = Phandles.of(pair.theirs);
        if (ours == 0 || theirs == 0 || ours == theirs) {
            return;
        }
        for (int i = 0; i < pair.ours.properties().size(); i++) {
            Property property = pair.ours.properties().get(i);
            if (Phandles.isPhandle(property)) {
                overlay.patch(pair.ours, property.name(), 0, theirs);
            }
        }
        changed.put(ours, theirs);
    }
}
