package org.vinculum.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/// Orders services best first: highest `service.ranking`, then highest `vinculum.version`, then the oldest.
final class Ranking {
    private static final String VERSION = "vinculum.version";

    private Ranking() {}

    static <T> List<T> bestFirst(List<Map.Entry<Map<String, Object>, T>> services) {
        List<Map.Entry<Map<String, Object>, T>> sorted = new ArrayList<>(services);
        sorted.sort(Comparator.comparing(Map.Entry<Map<String, Object>, T>::getKey, bestFirst()));
        List<T> best = new ArrayList<>(sorted.size());
        sorted.forEach(service -> best.add(service.getValue()));
        return best;
    }

    private static Comparator<Map<String, Object>> bestFirst() {
        return Comparator.comparingLong(
                        (Map<String, Object> p) -> number(p, Constants.SERVICE_RANKING))
                .thenComparing(Ranking::version)
                .reversed()
                .thenComparingLong(p -> number(p, Constants.SERVICE_ID));
    }

    private static long number(Map<String, Object> properties, String name) {
        return properties.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Version version(Map<String, Object> properties) {
        Object version = properties.get(VERSION);
        try {
            return version == null
                    ? Version.emptyVersion
                    : Version.parseVersion(version.toString());
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }
}
