package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/// A run with two SMMUs and a guest behind each, whose drivers and devices go on whatever a test does to the run.
final class TrafficRun implements AutoCloseable {
    static final String ENGINE = "org.vinculum.smmu";
    static final String A = "/iommu@4f000000";
    static final String B = "/iommu@4f800000";

    private static final Path HOST =
            Path.of(
                    System.getProperty("vinculum.root"),
                    "itests/framework/src/test/machines/two-smmus.dts");

    private static final String TRAFFIC = "org.vinculum.itests.traffic";
    private static final String[] GUESTS = {"web", "mail"};

    /// Enough that a guest has met whatever stands there now.
    private static final int CYCLES = 200;

    private final Path folder;
    private final Path run;
    private RunningFelix felix;
    private RunningMachine machine;

    /// Nothing runs yet.
    ///
    /// @param folder for all files
    TrafficRun(Path folder) throws IOException {
        this.folder = folder;
        run = folder.resolve("board");
        for (String name : new String[] {"guests", "deploy", "etc"}) {
            Files.createDirectories(run.resolve(name));
        }
        Files.copy(HOST, run.resolve("host.dts"));
        guest("web", "/dma@10000000");
        guest("mail", "/dma@20000000");
    }

    private void guest(String name, String device) throws IOException {
        Files.writeString(
                run.resolve("guests").resolve(name + ".cfg"),
                "name = \"%s\"\nmemory = 64\ndtdev = [ \"%s\" ]\n".formatted(name, device));
    }

    /// The configuration of the machine, written whole as a user's editor does.
    void configure(String... lines) throws IOException {
        configure("org.vinculum.machine", lines);
    }

    void configure(String pid, String[] lines) throws IOException {
        replace(run.resolve("etc/" + pid + ".config"), String.join("\n", lines) + "\n");
    }

    /// How long a swap may take, in milliseconds.
    void times(int deadline, int probation, int grace) throws IOException {
        configure(
                "org.vinculum.hypervisor",
                new String[] {
                    "swap.deadline=L\"" + deadline + "\"",
                    "swap.probation=L\"" + probation + "\"",
                    "swap.grace=L\"" + grace + "\""
                });
    }

    private void replace(Path file, String content) throws IOException {
        Files.move(
                Files.writeString(folder.resolve("written"), content),
                file,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Puts a jar into the folder of bundles, or in the place of the one that is there.
    void deploy(String name, byte[] content) throws IOException {
        Path jar = Files.write(folder.resolve("written"), content);
        Files.move(jar, deployed(name), StandardCopyOption.REPLACE_EXISTING);
    }

    Path deployed(String name) {
        return run.resolve("deploy").resolve(name);
    }

    /// @param a what stands for the first SMMU as soon as the configuration has been read
    void start(String a) throws Exception {
        felix = RunningFelix.inWatchedRun(run, "core", "models", "deploy", "machine");
        machine = new RunningMachine(felix);
        Await.until("a machine with " + a, () -> a.equals(machine.models().get(A)));
        Await.until("both guests", () -> machine.domains().size() == 3);
        felix.install("traffic", MadeBundle.ofTests(TRAFFIC, "org.vinculum.guest.*")).start();
        ask("run web " + A);
        ask("run mail " + B);
        goOn();
    }

    RunningFelix felix() {
        return felix;
    }

    RunningMachine machine() {
        return machine;
    }

    @SuppressWarnings("unchecked")
    private String ask(String question) throws Exception {
        BundleContext context = felix.context();
        var guests = context.getAllServiceReferences(Function.class.getName(), "(test=traffic)")[0];
        return ((Function<String, String>) context.getService(guests)).apply(question);
    }

    /// Both guests do some more of what they do, and nothing has gone wrong.
    void goOn() throws Exception {
        for (String name : GUESTS) {
            long before = cycles(name);
            Await.until(
                    name + " goes on",
                    () -> cycles(name) > before + CYCLES || !ask("trouble").isEmpty());
        }
        assertThat(ask("trouble")).as("%s", machine.swaps()).isEmpty();
    }

    private long cycles(String name) throws Exception {
        return Long.parseLong(ask("cycles " + name));
    }

    void awaitModels(String a, String b) throws Exception {
        Map<String, String> wanted = Map.of(A, a, B, b);
        Await.until(
                "models " + wanted,
                () -> {
                    assertThat(ask("trouble")).isEmpty();
                    return machine.models().equals(wanted);
                });
        goOn();
    }

    @Override
    public void close() throws BundleException {
        if (felix != null) {
            felix.close();
        }
    }
}
