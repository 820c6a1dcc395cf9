package org.vinculum.acpi.iort.topology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;

/// Finds circles of references; a node that refers to itself is found elsewhere.
final class CycleCheck {
    private static final int NEW = 0;
    private static final int OPEN = 1;
    private static final int DONE = 2;

    private final Reading reading;
    private final Iort table;
    private final Map<Long, Integer> positions = new HashMap<>();
    private final int[] states;

    CycleCheck(Reading reading) {
        this.reading = reading;
        this.table = reading.table();
        this.states = new int[table.nodes().size()];
        for (int i = 0; i < states.length; i++) {
            positions.put(table.nodes().get(i).offset(), i);
        }
    }

    // a place on the way down: a node, and which of its mappings comes next
    private static final class Place {
        private final int node;
        private int next;

        Place(int node) {
            this.node = node;
        }
    }

    void check() {
        for (int start = 0; start < states.length; start++) {
            if (states[start] == NEW) {
                walk(start);
            }
        }
    }

    private void walk(int start) {
        Deque<Place> way = new ArrayDeque<>();
        states[start] = OPEN;
        way.push(new Place(start));
        while (!way.isEmpty()) {
            Place place = way.peek();
            IortNode node = table.nodes().get(place.node);
            var mappings = NodeMap.present(node);
            if (place.next == mappings.size()) {
                states[place.node] = DONE;
                way.pop();
                continue;
            }
            Integer target = positions.get(mappings.get(place.next++).outputReference());
            if (target != null && target != place.node) {
                enter(node, target, way);
            }
        }
    }

    private void enter(IortNode from, int target, Deque<Place> way) {
        if (states[target] == NEW) {
            states[target] = OPEN;
            way.push(new Place(target));
        } else if (states[target] == OPEN) {
            reading.error(
                    "iort-reference-cycle",
                    from,
                    "a mapping leads to "
                            + Titles.at(table.nodes().get(target))
                            + ", from which mappings lead back here: Linux follows the circle for"
                            + " ever and the boot hangs as soon as a device there is looked up");
        }
    }
}
