package org.vinculum.commands;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentServiceObjects;

/// Which of several services wins: the higher `service.ranking`, then the higher `vinculum.version`, then the one
/// registered first.
final class ByPreference {
    static final String VERSION = "vinculum.version";

    private ByPreference() {}

    /// The same references, best first.
    static <T> List<ComponentServiceObjects<T>> sorted(
            List<ComponentServiceObjects<T>> references) {
        List<ComponentServiceObjects<T>> sorted = new ArrayList<>(references);
        if (sorted.size() > 1) {
            sorted.sort((one, other) ->
                    compare(one.getServiceReference(), other.getServiceReference()));
        }
        return sorted;
    }

    static int compare(ServiceReference<?> one, ServiceReference<?> other) {
        int byRanking = Integer.compare(ranking(other), ranking(one));
        if (byRanking != 0) {
            return byRanking;
        }
        int byVersion = version(other).compareTo(version(one));
        return byVersion != 0 ? byVersion : Long.compare(id(one), id(other));
    }

    /// A service's `service.ranking`, 0 unless it has one.
    static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking
                ? ranking
                : 0;
    }

    private static long id(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_ID) instanceof Long id ? id : Long.MAX_VALUE;
    }

    private static Version version(ServiceReference<?> reference) {
        Object version = reference.getProperty(VERSION);
        try {
            return version == null
                    ? Version.emptyVersion
                    : Version.parseVersion(version.toString());
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }
}
