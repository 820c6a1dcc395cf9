package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Severity;

/// Collects findings so that none is drowned: a generator of tables that errs at one node errs at all of them.
///
/// Of each code some nodes are shown and the others listed in one line; at one node so many as a person reads.
final class FindingLog {
    /// The most of one code at one node.
    static final int MOST_AT_ONE_NODE = 10;

    /// The most nodes that are shown for one code that is an error.
    static final int MOST_WITH_ERROR = 10;

    /// The most nodes that are shown for one code that is none.
    static final int MOST_NODES = 6;

    /// The most nodes that are listed.
    private static final int MOST_LISTED = 20;

    /// What one code had to say so far.
    private static final class Topic {
        private final Severity severity;
        private final Map<String, Integer> shown = new LinkedHashMap<>();
        private final Set<String> others = new LinkedHashSet<>();

        Topic(Severity severity) {
            this.severity = severity;
        }

        boolean takes(String place) {
            int most = severity == Severity.ERROR ? MOST_WITH_ERROR : MOST_NODES;
            if (!shown.containsKey(place) && shown.size() >= most) {
                others.add(place);
                return false;
            }
            return shown.merge(place, 1, Integer::sum) <= MOST_AT_ONE_NODE;
        }
    }

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    void add(String code, Severity severity, String place, String message) {
        if (topics.computeIfAbsent(code, _ -> new Topic(severity)).takes(place)) {
            findings.add(new Finding(code, severity, place, message));
        }
    }

    /// What was collected, in the order met, and behind it what was left out.
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        topics.forEach((code, topic) -> addLeftOut(code, topic, all));
        return all;
    }

    // the place that reports list last of those shown
    private static void addLeftOut(String code, Topic topic, List<Finding> all) {
        topic.shown.forEach((place, count) -> {
            int more = count - MOST_AT_ONE_NODE;
            if (more > 0) {
                all.add(
                        new Finding(
                                code,
                                topic.severity,
                                place,
                                "and " + more + " more like these at this node"));
            }
        });
        if (!topic.others.isEmpty()) {
            all.add(
                    new Finding(
                            code,
                            topic.severity,
                            Collections.max(topic.shown.keySet()),
                            "the same at "
                                    + Numbers.count(topic.others.size(), "more node")
                                    + ": "
                                    + listed(topic.others)));
        }
    }

    private static String listed(Set<String> places) {
        String text = String.join(", ", places.stream().limit(MOST_LISTED).toList());
        return places.size() > MOST_LISTED ? text + ", ..." : text;
    }
}
