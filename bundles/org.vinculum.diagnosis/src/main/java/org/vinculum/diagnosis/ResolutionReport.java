package org.vinculum.diagnosis;

import java.util.List;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// What the launcher and the log ask for when a bundle does not resolve: one line for each thing that one lacks.
@Component(
        name = "org.vinculum.diagnosis.resolution",
        service = Supplier.class,
        property = "vinculum.entry=resolution-report")
public final class ResolutionReport implements Supplier<List<String>> {
    private final BundleContext context;

    @Activate
    public ResolutionReport(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<String> get() {
        return UnresolvedBundles.of(context);
    }
}
