package org.vinculum.acpi.iort.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.firmware.UnreadableInputException;

/// Follows IDs from node to node until they reach a goal, whole runs of them at a time (Linux: `iort_node_map_id`).
///
/// Linux follows a circle for ever; here a way ends after as many steps as the table has nodes.
final class IdSearch {
    /// The most steps in one table: the largest machines need some thousands.
    static final int MOST_STEPS = 1 << 22;

    /// The most mappings, runs that all searches together may find, and runs that one may still have to follow.
    static final int MOST_RUNS = 1 << 18;

    private final String file;
    private final Iort table;
    private final Reachable reachable;
    private final Map<Goal, BitSet> open = new EnumMap<>(Goal.class);
    private final NodeMap[] maps;
    private long steps;
    private long found;

    /// IDs on their way.
    ///
    /// @param first lowest ID at the start of the way
    /// @param last highest ID at the start of the way
    /// @param id what `first` has become; the others follow it without a wrap
    /// @param single all of them have become `id`
    private record Way(long first, long last, int node, long id, boolean single, int steps) {}

    /// @throws UnreadableInputException when there are more than [#MOST_RUNS] mappings
    IdSearch(String file, Iort table) {
        this.file = file;
        this.table = table;
        long mappings = 0;
        for (IortNode node : table.nodes()) {
            mappings += node.mappings().entries().size();
        }
        limit(mappings, MOST_RUNS, "ID mappings");
        this.reachable = new Reachable(table);
        this.maps = new NodeMap[table.nodes().size()];
        for (Goal goal : Goal.values()) {
            open.put(goal, reachable.from(goal::isReachedAt));
        }
    }

    /// What becomes of every ID that enters a node: runs by input ID, each with the offset of the goal it reaches.
    ///
    /// @throws UnreadableInputException when the table asks for more work than any real one
    List<Run> all(IortNode start, Goal goal) {
        return follow(new Way(0, Run.LAST_ID, position(start), 0, false, 0), goal);
    }

    /// What becomes of one ID that enters the node at an offset; empty when it reaches no goal.
    ///
    /// @throws UnreadableInputException when the table asks for more work than any real one
    Optional<Run> one(long reference, long id, Goal goal) {
        int node = reachable.position(reference);
        if (node < 0) {
            return Optional.empty();
        }
        return follow(new Way(id, id, node, id, false, 0), goal).stream().findFirst();
    }

    private int position(IortNode node) {
        return reachable.position(node.offset());
    }

    private List<Run> follow(Way start, Goal goal) {
        BitSet usable = open.get(goal);
        List<Run> reached = new ArrayList<>();
        Deque<Way> ways = new ArrayDeque<>();
        ways.push(start);
        while (!ways.isEmpty()) {
            Way way = ways.pop();
            IortNode node = table.nodes().get(way.node());
            if (goal.isReachedAt(node)) {
                limit(++found, MOST_RUNS, "runs of IDs that arrive");
                reached.add(
                        new Run(way.first(), way.last(), way.id(), way.single(), node.offset()));
            } else if (usable.get(way.node()) && way.steps() < maps.length) {
                step(way, ways);
                limit(ways.size(), MOST_RUNS, "runs of IDs on their way");
            }
        }
        reached.sort(Comparator.comparingLong(Run::first));
        return reached;
    }

    private void step(Way way, Deque<Way> ways) {
        NodeMap map = map(way.node());
        long lastId = way.single() ? way.id() : way.id() + (way.last() - way.first());
        for (int i = map.position(way.id()); i < map.runs().size(); i++) {
            Run run = map.runs().get(i);
            if (run.first() > lastId) {
                return;
            }
            limit(++steps, MOST_STEPS, "steps from mapping to mapping");
            int target = reachable.position(run.reference());
            if (target >= 0) {
                pass(way, run, Math.max(way.id(), run.first()), lastId, target, ways);
            }
        }
    }

    // IDs from `from` on, as they leave the node by one run; outputs that wrap become two ways
    private static void pass(
            Way way, Run run, long from, long lastId, int target, Deque<Way> ways) {
        int steps = way.steps() + 1;
        long output = run.outputOf(from);
        if (way.single()) {
            ways.push(new Way(way.first(), way.last(), target, output, true, steps));
            return;
        }
        long first = way.first() + (from - way.id());
        long last = first + (Math.min(lastId, run.last()) - from);
        long beforeWrap = Run.LAST_ID - output;
        if (run.single() || last - first <= beforeWrap) {
            ways.push(new Way(first, last, target, output, run.single(), steps));
        } else {
            long split = first + beforeWrap;
            ways.push(new Way(first, split, target, output, false, steps));
            ways.push(new Way(split + 1, last, target, 0, false, steps));
        }
    }

    private NodeMap map(int node) {
        if (maps[node] == null) {
            maps[node] = NodeMap.of(table.nodes().get(node));
        }
        return maps[node];
    }

    private void limit(long count, int most, String what) {
        if (count > most) {
            throw UnreadableInputException.of(file, "at most " + most + " " + what, "more");
        }
    }
}
