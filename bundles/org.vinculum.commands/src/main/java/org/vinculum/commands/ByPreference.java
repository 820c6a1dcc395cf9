package org.vinculum.commands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentServiceObjects;

/// Which of several services wins: the higher `service.ranking`, then the higher `vinculum.version`, then the one
/// registered first.
final class ByPreference {
    private static final String VERSION = "vinculum.version";

    private static final Comparator<ServiceReference<?>> BEST_FIRST =
            Comparator.comparingInt(ByPreference::ranking)
                    .thenComparing(ByPreference::version)
                    .reversed()
                    .thenComparingLong(ByPreference::id);

    private ByPreference() {}

    static List<ComponentServiceObjects<?>> sorted(
            List<? extends ComponentServiceObjects<?>> references) {
        List<ComponentServiceObjects<?>> sorted = new ArrayList<>(references);
        if (sorted.size() > 1) {
            sorted.sort((one, two) ->
                    BEST_FIRST.compare(one.getServiceReference(), two.getServiceReference()));
        }
        return sorted;
    }

    private static int ranking(ServiceReference<?> reference) {
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
