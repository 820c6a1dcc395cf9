package org.vinculum.acpi.iort.topology;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;

/// From which nodes some mapping leads to a goal: IDs that can arrive nowhere need not be followed.
final class Reachable {
    private final List<IortNode> nodes;
    private final Map<Long, Integer> positions = new HashMap<>();

    // sources[starts[n] .. starts[n+1]) have a mapping to node n
    private final int[] starts;
    private final int[] sources;

    Reachable(Iort table) {
        nodes = table.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            positions.put(nodes.get(i).offset(), i);
        }
        starts = new int[nodes.size() + 2];
        forEachEdge((_, target) -> starts[target + 2]++);
        for (int i = 2; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        sources = new int[starts[starts.length - 1]];
        forEachEdge((source, target) -> sources[starts[target + 1]++] = source);
    }

    /// Positions of the nodes from which a goal can be reached, goals included.
    BitSet from(Predicate<IortNode> goal) {
        BitSet found = new BitSet(nodes.size());
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (goal.test(nodes.get(i))) {
                found.set(i);
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int target = open.poll();
            for (int i = starts[target]; i < starts[target + 1]; i++) {
                if (!found.get(sources[i])) {
                    found.set(sources[i]);
                    open.add(sources[i]);
                }
            }
        }
        return found;
    }

    /// Position of the node at an offset; -1 when none starts there.
    int position(long offset) {
        return positions.getOrDefault(offset, -1);
    }

    private interface Edge {
        void accept(int source, int target);
    }

    private void forEachEdge(Edge edge) {
        for (int i = 0; i < nodes.size(); i++) {
            long before = -1;
            for (IdMapping mapping : NodeMap.usable(nodes.get(i))) {
                long reference = mapping.outputReference();
                int target = reference == before ? -1 : position(reference);
                before = reference;
                if (target >= 0) {
                    edge.accept(i, target);
                }
            }
        }
    }
}
