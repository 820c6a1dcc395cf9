package org.vinculum.hypervisor;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.vinculum.preference.Preference;

/// The services of one kind that are there, as they come and go.
final class Offered<T> {
    private static final String FILTER = "(";
    private static final String NAME = "name";

    private final Function<T, String> named;
    private final Map<T, ServiceReference<T>> services = new IdentityHashMap<>();

    /// One of them.
    ///
    /// @param version `vinculum.version`, or that of its bundle
    record Service<T>(T object, String version) {}

    /// @param named by what name people choose one
    Offered(Function<T, String> named) {
        this.named = named;
    }

    synchronized void add(T service, ServiceReference<T> reference) {
        services.put(service, reference);
    }

    synchronized void remove(T service) {
        services.remove(service);
    }

    /// Those that may be chosen, best first; none of a bundle that is about to stop.
    ///
    /// @param choice a name, or a filter (OSGi Core, 3.2.7) over the services' properties
    /// @throws IllegalArgumentException for a filter that cannot be read
    List<Service<T>> by(String choice) {
        if (!choice.startsWith(FILTER)) {
            return best((service, _) -> named.apply(service).equals(choice));
        }
        Filter filter = filter(choice);
        return best((service, reference) -> filter.match(properties(service, reference)));
    }

    /// With a name and a version, where the service does not say them: then its bundle's is meant.
    private Dictionary<String, Object> properties(T service, ServiceReference<T> reference) {
        Dictionary<String, Object> properties = reference.getProperties();
        if (properties.get(NAME) == null) {
            properties.put(NAME, named.apply(service));
        }
        if (properties.get(Preference.VERSION) == null) {
            properties.put(Preference.VERSION, version(reference));
        }
        return properties;
    }

    private static Filter filter(String choice) {
        try {
            return FrameworkUtil.createFilter(choice);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(choice + " is no filter: " + e.getMessage(), e);
        }
    }

    /// All that are there.
    List<Service<T>> all() {
        return best((_, _) -> true);
    }

    private interface Choice<T> {
        boolean of(T service, ServiceReference<T> reference);
    }

    private synchronized List<Service<T>> best(Choice<T> choice) {
        List<Map.Entry<T, ServiceReference<T>>> chosen = new ArrayList<>();
        for (Map.Entry<T, ServiceReference<T>> one : services.entrySet()) {
            if (stays(one.getValue()) && choice.of(one.getKey(), one.getValue())) {
                chosen.add(Map.entry(one.getKey(), one.getValue()));
            }
        }
        chosen.sort((one, other) ->
                Preference.compare(property(one.getValue()), property(other.getValue())));
        return chosen.stream()
                .map(one -> new Service<>(one.getKey(), version(one.getValue())))
                .toList();
    }

    private static boolean stays(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle != null && bundle.getState() != Bundle.STOPPING;
    }

    private static String version(ServiceReference<?> reference) {
        Object own = reference.getProperty(Preference.VERSION);
        Bundle bundle = reference.getBundle();
        if (own == null && bundle != null) {
            own = bundle.getVersion();
        }
        return own == null ? "" : own.toString();
    }

    private static Function<String, Object> property(ServiceReference<?> reference) {
        return name ->
                name.equals(Preference.VERSION) ? version(reference) : reference.getProperty(name);
    }
}
