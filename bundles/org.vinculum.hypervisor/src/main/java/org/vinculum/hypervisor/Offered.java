package org.vinculum.hypervisor;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.vinculum.preference.Preference;

/// The services of one kind that are there, as they come and go.
final class Offered<T> {
    private static final System.Logger LOG = System.getLogger("org.vinculum.hypervisor");
    private static final String FILTER = "(";
    private static final String NAME = "name";

    private final Function<T, String> named;
    private final Map<T, Known<T>> services = new IdentityHashMap<>();

    /// One of them.
    ///
    /// @param version `vinculum.version`, or that of its bundle
    record Service<T>(T object, String version) {}

    /// @param name as the service says it, asked once
    private record Known<T>(ServiceReference<T> reference, String name) {}

    /// @param named by what name people choose one
    Offered(Function<T, String> named) {
        this.named = named;
    }

    /// One comes. It is not offered when it does not say its name; the log says so.
    void add(T service, ServiceReference<T> reference) {
        try {
            String name = Objects.requireNonNull(named.apply(service), "null");
            synchronized (this) {
                services.put(service, new Known<>(reference, name));
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} of {1} is not used, since it does not say its name: {2}",
                    service.getClass().getName(),
                    reference.getBundle(),
                    e);
        }
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
            return best(one -> one.name().equals(choice));
        }
        Filter filter = filter(choice);
        return best(one -> filter.match(properties(one)));
    }

    /// With a name and a version, where the service does not say them: then its bundle's is meant.
    private static Dictionary<String, Object> properties(Known<?> one) {
        Dictionary<String, Object> properties = one.reference().getProperties();
        if (properties.get(NAME) == null) {
            properties.put(NAME, one.name());
        }
        if (properties.get(Preference.VERSION) == null) {
            properties.put(Preference.VERSION, version(one.reference()));
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
        return best(_ -> true);
    }

    private interface Choice<T> {
        boolean of(Known<T> one);
    }

    private synchronized List<Service<T>> best(Choice<T> choice) {
        List<Map.Entry<T, ServiceReference<T>>> chosen = new ArrayList<>();
        services.forEach((service, known) -> {
            if (stays(known.reference()) && choice.of(known)) {
                chosen.add(Map.entry(service, known.reference()));
            }
        });
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
