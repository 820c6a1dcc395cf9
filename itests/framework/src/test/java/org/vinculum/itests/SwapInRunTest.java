package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/// The SMMUs of a run are swapped by what lies in its folders, while the drivers and devices of two guests go on.
class SwapInRunTest {
    private static final Path HOST =
            Path.of(
                    System.getProperty("vinculum.root"),
                    "itests/framework/src/test/machines/two-smmus.dts");

    private static final String ENGINE = "org.vinculum.smmu";
    private static final String TRAFFIC = "org.vinculum.itests.traffic";
    private static final String A = "/iommu@4f000000";
    private static final String B = "/iommu@4f800000";
    private static final String OLD = "(&(name=smmuv3-3.2)(!(vinculum.engine>=2)))";
    private static final String NEW = "(&(name=smmuv3-3.2)(vinculum.engine>=2))";

    /// Enough that a guest has met whatever stands there now.
    private static final int CYCLES = 200;

    @TempDir Path folder;
    private Path run;
    private RunningFelix felix;
    private RunningMachine machine;

    @BeforeEach
    void prepare() throws Exception {
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

    /// Writes the configuration whole, as a user's editor does.
    private void configure(String... lines) throws IOException {
        replace(run.resolve("etc/org.vinculum.machine.config"), String.join("\n", lines) + "\n");
    }

    private static String models(String a, String b) {
        return "models=[\"" + A + "=" + a + "\",\"" + B + "=" + b + "\"]";
    }

    private void replace(Path file, String content) throws IOException {
        Files.move(
                Files.writeString(folder.resolve("written"), content),
                file,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void deploy(String version) throws IOException {
        Path jar = Files.write(folder.resolve("written"), Reversioned.bundle(ENGINE, version));
        Files.move(jar, deployed(), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path deployed() {
        return run.resolve("deploy/engine.jar");
    }

    /// @param a what stands for the first SMMU as soon as the configuration has been read
    private void start(String a) throws Exception {
        felix = RunningFelix.inWatchedRun(run, "core", "models", "deploy", "machine");
        machine = new RunningMachine(felix);
        Await.until("a machine with " + a, () -> a.equals(machine.models().get(A)));
        Await.until("both guests", () -> machine.domains().size() == 3);
        felix.install("traffic", MadeBundle.ofTests(TRAFFIC, "org.vinculum.guest.*")).start();
        ask("run web " + A);
        ask("run mail " + B);
        goOn();
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    @SuppressWarnings("unchecked")
    private String ask(String question) throws Exception {
        BundleContext context = felix.context();
        var guests = context.getAllServiceReferences(Function.class.getName(), "(test=traffic)")[0];
        return ((Function<String, String>) context.getService(guests)).apply(question);
    }

    /// Both guests do some more of what they do, and nothing has gone wrong.
    private void goOn() throws Exception {
        for (String name : new String[] {"web", "mail"}) {
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

    private void awaitModels(String a, String b) throws Exception {
        Map<String, String> wanted = Map.of(A, a, B, b);
        Await.until(
                "models " + wanted,
                () -> {
                    assertThat(ask("trouble")).isEmpty();
                    return machine.models().equals(wanted);
                });
        goOn();
    }

    @Test
    void aBetterVersionInTheDeployFolderTakesOverAndGoesAgain() throws Exception {
        configure("model=\"smmuv3-3.2\"");
        start("smmuv3-3.2 0.1.0");
        Object before = machine.identity();

        deploy("2.0.0");
        awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 2.0.0");

        deploy("2.1.0");
        awaitModels("smmuv3-3.2 2.1.0", "smmuv3-3.2 2.1.0");

        Files.delete(deployed());
        awaitModels("smmuv3-3.2 0.1.0", "smmuv3-3.2 0.1.0");

        assertThat(machine.swaps()).isNotEmpty().allMatch(swap -> swap.startsWith("DONE "));
        assertThat(machine.identity()).isSameAs(before);
    }

    @Test
    void smmusOfTwoDomainsMoveOneByOneBetweenTwoVersions() throws Exception {
        configure(models(OLD, OLD));
        start("smmuv3-3.2 0.1.0");
        Object before = machine.identity();
        deploy("2.0.0");
        Await.until("the second version", () -> felix.has(ENGINE, "2.0.0"));
        awaitModels("smmuv3-3.2 0.1.0", "smmuv3-3.2 0.1.0");

        configure(models(NEW, OLD));
        awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 0.1.0");

        configure(models(NEW, NEW));
        awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 2.0.0");

        configure(models(OLD, NEW));
        awaitModels("smmuv3-3.2 0.1.0", "smmuv3-3.2 2.0.0");

        assertThat(machine.identity()).isSameAs(before);
    }

    @Test
    void whenTheOnlyOneOfAChoiceGoesGuestsWaitForItAndThenTakeWhatIsThere() throws Exception {
        replace(run.resolve("etc/org.vinculum.hypervisor.config"), "swap.grace=L\"1000\"\n");
        configure(models(NEW, OLD));
        deploy("2.0.0");
        start("smmuv3-3.2 2.0.0");
        awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 0.1.0");

        Files.delete(deployed());
        Await.until("the other one", () -> !machine.models().get(A).endsWith(" 2.0.0"));
        Await.until("somebody", () -> !machine.models().get(A).equals("vacant"));

        goOn();
        assertThat(machine.swaps()).anyMatch(swap -> swap.startsWith("VACANT " + A));
        assertThat(machine.models().get(A)).endsWith(" 0.1.0");
    }

    @Test
    void aModelIsChosenByConfigurationUnderABaselineAndRefusedWithItsReason() throws Exception {
        String baseline = "baseline=[\"smmuv3-3.1\",\"smmuv3-3.2\",\"mmu-600-r2p0\"]\n";
        configure("model=\"smmuv3-3.2\"", baseline);
        start("smmuv3-3.2 0.1.0");
        Object before = machine.identity();

        configure("model=\"smmuv3-3.2\"", models("mmu-600-r2p0", "smmuv3-3.1"), baseline);
        awaitModels("mmu-600-r2p0 0.1.0", "smmuv3-3.1 0.1.0");

        configure("model=\"smmuv3-3.2\"", models("mmu-600-r0p0", "smmuv3-3.2"), baseline);
        awaitModels("mmu-600-r2p0 0.1.0", "smmuv3-3.2 0.1.0");

        assertThat(machine.swaps())
                .anySatisfy(swap ->
                        assertThat(swap)
                                .startsWith("REFUSED " + A + " mmu-600-r0p0")
                                .contains("1209401"));
        assertThat(machine.identity()).isSameAs(before);
    }
}
