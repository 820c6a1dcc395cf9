package org.vinculum.devicetree.source;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.vinculum.firmware.UnreadableInputException;

/// The nodes by label. While a source is read two nodes may have the same one, as long as one of them is deleted later
/// and nobody refers to the label in between.
final class LabelIndex {
    private final Map<String, SourceNode> holders = new HashMap<>();
    private final Map<String, Set<SourceNode>> rivals = new HashMap<>();

    void add(String label, SourceNode node) {
        SourceNode holder = holders.putIfAbsent(label, node);
        if (holder != null && holder != node) {
            rivals.computeIfAbsent(label, _ -> new LinkedHashSet<>()).add(node);
        }
    }

    void remove(String label, SourceNode node) {
        Set<SourceNode> others = rivals.getOrDefault(label, Set.of());
        if (holders.get(label) != node) {
            others.remove(node);
        } else if (others.isEmpty()) {
            holders.remove(label);
        } else {
            SourceNode heir = others.iterator().next();
            others.remove(heir);
            holders.put(label, heir);
        }
        if (others.isEmpty()) {
            rivals.remove(label);
        }
    }

    /// The node that has the label, or null.
    SourceNode find(String label, Place place) {
        if (rivals.containsKey(label)) {
            throw twice(label, rivals.get(label).iterator().next(), place);
        }
        return holders.get(label);
    }

    /// Insists, at the end, on one node a label.
    void requireUnique() {
        rivals.forEach((label, others) -> {
            SourceNode other = others.iterator().next();
            throw twice(label, other, other.place());
        });
    }

    private UnreadableInputException twice(String label, SourceNode other, Place place) {
        return place.expected(
                "a label of one node",
                Readable.text(label)
                        + " on "
                        + Readable.path(holders.get(label))
                        + " and "
                        + Readable.path(other));
    }
}
