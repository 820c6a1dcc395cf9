package org.vinculum.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/// The order of services that offer the same: highest `service.ranking` first, then highest [#VERSION], then the oldest.
///
/// A version that cannot be read counts as none, a ranking that is no integer as 0.
public final class Preference {
    /// The service property with the version of what is offered, where that is not its bundle's.
    public static final String VERSION = "vinculum.version";

    private Preference() {}

    /// The services without their properties, best first.
    public static <T> List<T> bestFirst(List<Map.Entry<Map<String, Object>, T>> services) {
        List<Map.Entry<Map<String, Object>, T>> sorted = new ArrayList<>(services);
        if (sorted.size() > 1) {
            sorted.sort((one, other) -> compare(one.getKey()::get, other.getKey()::get));
        }
        List<T> best = new ArrayList<>(sorted.size());
        for (Map.Entry<Map<String, Object>, T> service : sorted) {
            best.add(service.getValue());
        }
        return best;
    }

    /// Compares two services by their properties; the better one is the lesser.
    public static int compare(Function<String, Object> one, Function<String, Object> other) {
        int byRanking = Integer.compare(ranking(other), ranking(one));
        if (byRanking != 0) {
            return byRanking;
        }
        int byVersion = version(other).compareTo(version(one));
        return byVersion != 0 ? byVersion : Long.compare(age(one), age(other));
    }

    /// A service's `service.ranking`, 0 unless it has one.
    public static int ranking(Function<String, Object> properties) {
        return properties.apply(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    private static long age(Function<String, Object> properties) {
        return properties.apply(Constants.SERVICE_ID) instanceof Long id ? id : Long.MAX_VALUE;
    }

    private static Version version(Function<String, Object> properties) {
        Object version = properties.apply(VERSION);
        try {
            return version == null
                    ? Version.emptyVersion
                    : Version.parseVersion(version.toString());
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }
}
