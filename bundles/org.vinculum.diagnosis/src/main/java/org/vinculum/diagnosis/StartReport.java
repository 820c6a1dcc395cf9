package org.vinculum.diagnosis;

import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/// What the launcher asks for when something is missing: one line for every component that waits.
@Component(
        name = "org.vinculum.diagnosis.start",
        service = Supplier.class,
        property = "vinculum.entry=start-report")
public final class StartReport implements Supplier<List<String>> {
    private final ServiceComponentRuntime components;

    @Activate
    public StartReport(@Reference ServiceComponentRuntime components) {
        this.components = components;
    }

    @Override
    public List<String> get() {
        return UnsatisfiedComponents.of(components);
    }
}
