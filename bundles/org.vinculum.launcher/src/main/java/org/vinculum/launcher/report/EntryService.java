package org.vinculum.launcher.report;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/// The way from the launcher into the bundles: services of JDK types, told apart by the property `vinculum.entry`.
public final class EntryService {
    private EntryService() {}

    /// @param entry the property's value
    public static <T> Optional<T> find(BundleContext context, Class<T> type, String entry) {
        try {
            ServiceReference<?>[] found =
                    context.getServiceReferences(type.getName(), "(vinculum.entry=" + entry + ")");
            return found == null
                    ? Optional.empty()
                    : Optional.ofNullable(type.cast(context.getService(found[0])));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
