package org.vinculum.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/// The bundle in a framework with what ADR 0021 lists, the contracts and the component runtime, and nothing else.
class MetricsInFelixTest {
    private static final Path ROOT = Path.of(System.getProperty("vinculum.root"));
    private static final List<String> OURS =
            List.of("memory", "firmware", "iommu", "smmu.spec", "binding", "swap", "domain");
    private static final List<String> RUNTIME =
            List.of(
                    "org.osgi.util.function-1.2.0",
                    "org.osgi.util.promise-1.3.0",
                    "org.osgi.service.component-1.5.1",
                    "org.apache.felix.configadmin-1.9.26",
                    "org.apache.felix.scr-2.2.18");

    @TempDir Path storage;
    private Framework framework;

    @BeforeEach
    void start() throws Exception {
        framework =
                new FrameworkFactory()
                        .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        framework.start();
        for (String jar : RUNTIME) {
            install(onClassPath(jar));
        }
        for (String bundle : listed()) {
            String[] words = bundle.split(":");
            install(onClassPath(words[1] + "-" + words[2]));
        }
        for (String name : OURS) {
            install(built("org.vinculum." + name));
        }
        install(built("org.vinculum.metrics"));
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static List<String> listed() throws IOException {
        Path adr = ROOT.resolve("docs/adr/0021-meters-by-micrometer-read-by-prometheus.md");
        List<String> lines = Files.readAllLines(adr);
        return lines.subList(lines.indexOf("```") + 1, lines.lastIndexOf("```"));
    }

    private static Path onClassPath(String jar) {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(File.separator + jar + ".jar")) {
                return Path.of(entry);
            }
        }
        throw new AssertionError(jar + " is not on the class path");
    }

    private static Path built(String name) {
        return ROOT.resolve("bundles").resolve(name).resolve("target").resolve(name + "-0.1.0.jar");
    }

    private void install(Path jar) throws BundleException {
        framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    /// Any port, so that builds do not meet.
    private ServiceReference<?> startAll() throws Exception {
        BundleContext context = framework.getBundleContext();
        bundle("org.apache.felix.configadmin").start();
        Object admin = context.getService(service("org.osgi.service.cm.ConfigurationAdmin"));
        Object configuration =
                admin.getClass()
                        .getMethod("getConfiguration", String.class, String.class)
                        .invoke(admin, "org.vinculum.metrics", "?");
        configuration
                .getClass()
                .getMethod("update", Dictionary.class)
                .invoke(configuration, new Hashtable<>(Map.of("port", 0)));
        for (Bundle bundle : context.getBundles()) {
            bundle.start();
        }
        return service("io.micrometer.core.instrument.MeterRegistry");
    }

    /// Of whatever class loader.
    private ServiceReference<?> service(String contract) throws InvalidSyntaxException {
        return framework.getBundleContext().getAllServiceReferences(contract, null)[0];
    }

    private Bundle bundle(String name) {
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals(name)) {
                return bundle;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void theMetersOfAMachineAreReadWhileItIsThere() throws Exception {
        ServiceReference<?> registry = startAll();
        URI endpoint = URI.create((String) registry.getProperty("endpoint"));
        assertThat(read(endpoint)).doesNotContain("vinculum_machine_domains{");

        ServiceRegistration<?> machine = register("lab");
        assertThat(read(endpoint)).contains("vinculum_machine_domains{machine=\"lab\"} 0.0");

        machine.unregister();
        assertThat(read(endpoint)).doesNotContain("vinculum_machine_domains{");
    }

    @Test
    void twoMachinesOfOneNameAreToldApart() throws Exception {
        URI endpoint = URI.create((String) startAll().getProperty("endpoint"));
        register("lab");
        ServiceRegistration<?> second = register("lab");
        Object id = second.getReference().getProperty(Constants.SERVICE_ID);

        assertThat(read(endpoint))
                .contains("vinculum_machine_domains{machine=\"lab\"} 0.0")
                .contains("vinculum_machine_domains{machine=\"lab-" + id + "\"} 0.0");
    }

    @Test
    void theEndpointGoesWithTheBundle() throws Exception {
        URI endpoint = URI.create((String) startAll().getProperty("endpoint"));
        bundle("org.vinculum.metrics").stop();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> read(endpoint));
    }

    private ServiceRegistration<?> register(String name) throws ClassNotFoundException {
        Class<?> contract = bundle("org.vinculum.domain").loadClass("org.vinculum.domain.Machine");
        Object machine =
                Proxy.newProxyInstance(
                        contract.getClassLoader(),
                        new Class<?>[] {contract},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "domains", "hostTraffic" -> List.of();
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    case "equals" -> proxy == arguments[0];
                                    default -> throw new AssertionError(method);
                                });
        return bundle("org.vinculum.domain")
                .getBundleContext()
                .registerService(
                        contract.getName(), machine, new Hashtable<>(Map.of("name", name)));
    }

    private static String read(URI endpoint) throws IOException {
        try (var in = endpoint.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
