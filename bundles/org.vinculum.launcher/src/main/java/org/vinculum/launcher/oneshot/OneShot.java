package org.vinculum.launcher.oneshot;

import java.io.IOException;
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
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.vinculum.launcher.distribution.Distribution;
import org.vinculum.launcher.distribution.InstallList;
import org.vinculum.launcher.distribution.ThrowAwayFolder;
import org.vinculum.launcher.report.EntryService;
import org.vinculum.launcher.report.Start;

/// The framework behind one verb, or several in a row: starts the bundles, hands out the command line.
public final class OneShot {
    private static final String COMMAND_LINE = "command-line";

    private final Distribution distribution;

    public OneShot(Distribution distribution) {
        this.distribution = distribution;
    }

    /// Starts and gives the command line: arguments in, exit code out.
    ///
    /// @throws org.vinculum.launcher.report.StartFailure when something needed is not there
    public ToIntFunction<String[]> commandLine(List<String> features)
            throws BundleException, IOException {
        Path storage = ThrowAwayFolder.create();
        Framework framework =
                new FrameworkFactory()
                        .newFramework(configuration(storage), new ClassPathModules(distribution));
        framework.init();
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = install(context, distribution.features(features));
        framework.start();
        context.getBundle().adapt(FrameworkWiring.class).resolveBundles(bundles);
        Start start = new Start(context);
        start.all(bundles);
        // The framework has read what it stores, so nothing is left behind, however the verb ends.
        Thread cleaner = new Thread(() -> ThrowAwayFolder.delete(storage), "cleaner");
        cleaner.start();
        start.refuseUnresolved();
        ToIntFunction<String[]> entry = entry(context, start);
        return arguments -> thenJoin(entry.applyAsInt(arguments), cleaner);
    }

    // The program ends with a halt, which waits for nobody.
    private static int thenJoin(int code, Thread cleaner) {
        try {
            cleaner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return code;
    }

    private static List<Bundle> install(BundleContext context, InstallList list)
            throws BundleException {
        List<Bundle> bundles = new ArrayList<>(list.entries().size());
        for (InstallList.Entry entry : list.entries()) {
            bundles.add(context.installBundle(entry.file()));
        }
        return bundles;
    }

    private static Map<String, String> configuration(Path storage) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put("felix.log.level", "0"); // its own log goes to stdout
        configuration.put("felix.cache.locking", "false");
        configuration.put("felix.service.urlhandlers", "false");
        configuration.put(
                "felix.resolver.parallelism", "1"); // handing over costs more than it saves
        return configuration;
    }

    @SuppressWarnings("unchecked")
    private static ToIntFunction<String[]> entry(BundleContext context, Start start) {
        return EntryService.find(context, ToIntFunction.class, COMMAND_LINE)
                .orElseThrow(() -> start.failure("no bundle offers the command line"));
    }
}
