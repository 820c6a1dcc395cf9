package org.vinculum.launcher.oneshot;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;
import org.vinculum.launcher.distribution.Distribution;

/// Bundles whose classes lie on the class path (OSGi Core 8, 60), where the JVM has them ready from its AOT cache.
final class ClassPathModules implements ModuleConnector {
    private final Distribution distribution;

    ClassPathModules(Distribution distribution) {
        this.distribution = distribution;
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
        // nothing of ours is stored
    }

    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.of(
                new ClassPathModule(distribution.home().resolve("bundles").resolve(location)));
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }
}
