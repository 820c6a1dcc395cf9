package org.vinculum.toolstack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Orders services as the framework prefers them: highest `service.ranking`, then lowest `service.id`.
final class Ranking {
    private Ranking() {}

    static <T> List<T> bestFirst(List<Map.Entry<Map<String, Object>, T>> services) {
        List<Map.Entry<Map<String, Object>, T>> sorted = new ArrayList<>(services);
        sorted.sort(
                Comparator.comparingLong((Map.Entry<Map<String, Object>, T> s) ->
                                -number(s, "service.ranking"))
                        .thenComparingLong(s -> number(s, "service.id")));
        List<T> best = new ArrayList<>(sorted.size());
        sorted.forEach(s -> best.add(s.getValue()));
        return best;
    }

    private static long number(Map.Entry<Map<String, Object>, ?> service, String property) {
        return service.getKey().get(property) instanceof Number number ? number.longValue() : 0;
    }
}
