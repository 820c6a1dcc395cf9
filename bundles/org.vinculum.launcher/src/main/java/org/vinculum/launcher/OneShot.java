package org.vinculum.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/// Answers one verb: starts the bundles it needs, calls the command line, gives back its exit code.
final class OneShot {
    private static final String ENTRY = "(vinculum.entry=command-line)";

    private final Distribution distribution;

    OneShot(Distribution distribution) {
        this.distribution = distribution;
    }

    int answer(String[] arguments) throws BundleException, IOException {
        Framework framework = start(distribution.feature("core"));
        return entry(framework.getBundleContext()).applyAsInt(arguments);
    }

    Framework start(InstallList list) throws BundleException, IOException {
        Path storage = Files.createTempDirectory("vinculum-");
        boolean connect = !Boolean.getBoolean("vinculum.plain");
        Framework framework =
                connect
                        ? new FrameworkFactory()
                                .newFramework(
                                        configuration(storage), new ClassPathModules(distribution))
                        : new FrameworkFactory().newFramework(configuration(storage));
        framework.init();
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = new ArrayList<>();
        for (InstallList.Entry entry : list.entries()) {
            bundles.add(
                    context.installBundle(
                            connect
                                    ? entry.file()
                                    : "reference:" + distribution.bundle(entry).toUri()));
        }
        framework.start();
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        ThrowAwayFolder.delete(storage);
        return framework;
    }

    private static Map<String, String> configuration(Path storage) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put("felix.cache.locking", "false");
        configuration.put("felix.service.urlhandlers", "false");
        return configuration;
    }

    @SuppressWarnings("unchecked")
    private static ToIntFunction<String[]> entry(BundleContext context) {
        try {
            ServiceReference<?>[] found =
                    context.getServiceReferences(ToIntFunction.class.getName(), ENTRY);
            if (found == null) {
                throw new IllegalStateException("no bundle offers the command line");
            }
            return (ToIntFunction<String[]>) context.getService(found[0]);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
