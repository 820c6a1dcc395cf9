package org.vinculum.itests;

import static java.util.Map.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
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
import org.vinculum.launcher.distribution.Distribution;
import org.vinculum.launcher.distribution.InstallList;

/// A framework with the bundles of some features, each loaded by its own class loader as in `vinculum run`.
final class RunningFelix implements AutoCloseable {
    /// What a verb printed and how it ended.
    record Answer(int exit, String out, String err) {}

    private static final Path HOME =
            Path.of(System.getProperty("vinculum.root"), "features", "target", "vinculum");

    private final Framework framework;

    private RunningFelix(Framework framework) {
        this.framework = framework;
    }

    /// Installs and starts everything.
    static RunningFelix of(Path storage, String... features) throws BundleException, IOException {
        return started(installed(storage, features));
    }

    /// The same in the folder of a run, as `vinculum run` names it to the bundles.
    static RunningFelix inRun(Path run, String... features) throws BundleException, IOException {
        return started(installedInRun(run, features));
    }

    /// The same, and nothing started.
    static RunningFelix installedInRun(Path run, String... features)
            throws BundleException, IOException {
        String deploy = run.resolve("deploy").toString();
        return installed(
                run.resolve("storage"),
                Map.ofEntries(
                        entry("vinculum.run.folder", run.toString()),
                        entry("vinculum.deploy.folder", deploy),
                        entry("vinculum.configuration.folder", run.resolve("etc").toString()),
                        entry("felix.fileinstall.dir", deploy),
                        entry("felix.fileinstall.poll", "500"),
                        entry("gosh.args", "--nointeractive"),
                        entry("org.apache.felix.http.require.config", "true"),
                        entry("felix.webconsole.security.providers", "org.vinculum.console")),
                features);
    }

    /// The same with the run's folders for bundles and configuration watched, as `vinculum run` has them watched.
    static RunningFelix inWatchedRun(Path run, String... features)
            throws BundleException, IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("vinculum.run.folder", run.toString());
        settings.put("vinculum.deploy.folder", run.resolve("deploy").toString());
        settings.put("vinculum.configuration.folder", run.resolve("etc").toString());
        settings.put("felix.fileinstall.dir", run.resolve("deploy").toString());
        settings.put("felix.fileinstall.filter", ".*\\.jar");
        settings.put("felix.fileinstall.poll", "200");
        settings.put("felix.fileinstall.noInitialDelay", "true");
        settings.put("felix.fileinstall.tmpdir", run.resolve("storage/unpacked").toString());
        settings.put("felix.fileinstall.enableConfigSave", "false");
        settings.put("felix.fileinstall.disableConfigSave", "true");
        return started(installed(run.resolve("storage"), settings, features));
    }

    private static RunningFelix started(RunningFelix felix) throws BundleException {
        felix.startAll();
        return felix;
    }

    void startAll() throws BundleException {
        for (Bundle bundle : context().getBundles()) {
            if (!isFragment(bundle)) {
                bundle.start();
            }
        }
    }

    /// What is never started, but resolved with its host.
    static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    /// Gives a component its configuration before anything is started.
    void configure(String pid, Map<String, Object> values) throws Exception {
        bundle("org.apache.felix.configadmin").start();
        Object admin =
                context()
                        .getService(
                                context()
                                        .getAllServiceReferences(
                                                "org.osgi.service.cm.ConfigurationAdmin", null)[0]);
        Class<?> type =
                bundle("org.apache.felix.configadmin")
                        .loadClass("org.osgi.service.cm.ConfigurationAdmin");
        Object configuration =
                type.getMethod("getConfiguration", String.class, String.class)
                        .invoke(admin, pid, "?");
        bundle("org.apache.felix.configadmin")
                .loadClass("org.osgi.service.cm.Configuration")
                .getMethod("update", Dictionary.class)
                .invoke(configuration, new Hashtable<>(values));
    }

    /// Installs everything and starts nothing.
    static RunningFelix installed(Path storage, String... features)
            throws BundleException, IOException {
        return installed(storage, Map.of(), features);
    }

    private static RunningFelix installed(
            Path storage, Map<String, String> more, String... features)
            throws BundleException, IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        settings.put("felix.log.level", "0");
        Framework framework = new FrameworkFactory().newFramework(settings);
        framework.init();
        RunningFelix felix = new RunningFelix(framework);
        Distribution distribution = new Distribution(HOME);
        for (InstallList.Entry entry : distribution.features(List.of(features)).entries()) {
            felix.install(distribution.bundle(entry));
        }
        framework.start();
        return felix;
    }

    static List<String> features() throws IOException {
        return new Distribution(HOME).featureNames();
    }

    static Path home() {
        return HOME;
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Bundle bundle(String symbolicName) {
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getSymbolicName().equals(symbolicName)) {
                return bundle;
            }
        }
        throw new AssertionError("not installed: " + symbolicName);
    }

    boolean has(String symbolicName, String version) {
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getSymbolicName().equals(symbolicName)
                    && bundle.getVersion().toString().equals(version)) {
                return bundle.getState() == Bundle.ACTIVE;
            }
        }
        return false;
    }

    Bundle install(String location, byte[] jar) throws BundleException {
        return context().installBundle(location, new ByteArrayInputStream(jar));
    }

    /// Installs a bundle of the distribution beside those of the features.
    Bundle installAlso(String symbolicName) throws BundleException, IOException {
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getSymbolicName().equals(symbolicName)) {
                return bundle;
            }
        }
        try (var jars =
                Files.newDirectoryStream(HOME.resolve("bundles"), symbolicName + "-*.jar")) {
            install(jars.iterator().next());
        }
        return bundle(symbolicName);
    }

    private void install(Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            context().installBundle(jar.getFileName().toString(), in);
        }
    }

    /// Runs a verb of the command line in this framework.
    @SuppressWarnings("unchecked")
    Answer run(String... words) throws InvalidSyntaxException {
        ServiceReference<?>[] entries =
                context()
                        .getAllServiceReferences(
                                ToIntFunction.class.getName(), "(vinculum.entry=command-line)");
        var commandLine = (ToIntFunction<String[]>) context().getService(entries[0]);
        PrintStream out = System.out;
        PrintStream err = System.err;
        var printed = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int exit = commandLine.applyAsInt(words);
            System.out.flush();
            return new Answer(
                    exit,
                    printed.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
