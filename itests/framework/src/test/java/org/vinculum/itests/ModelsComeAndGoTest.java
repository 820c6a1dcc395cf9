package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/// The models under a machine that runs follow the bundles that bring them.
class ModelsComeAndGoTest {
    private static final Path HOST =
            Path.of(
                    System.getProperty("vinculum.root"),
                    "itests/framework/src/test/machines/two-smmus.dts");
    private static final String ENGINE = "org.vinculum.smmu";
    private static final String NEXT = "2.0.0";
    private static final String OURS = "0.1.0";

    @TempDir Path folder;
    private RunningFelix felix;
    private RunningMachine machine;

    @BeforeEach
    void prepare() throws Exception {
        Path run = Files.createDirectories(folder.resolve("board"));
        for (String each : new String[] {"guests", "deploy", "etc"}) {
            Files.createDirectories(run.resolve(each));
        }
        Files.copy(HOST, run.resolve("host.dts"));
        felix = RunningFelix.installedInRun(run, "core", "models", "machine", "deploy");
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    private void start(String model, long graceMillis) throws Exception {
        felix.configure("org.vinculum.machine", Map.of("model", model));
        felix.configure("org.vinculum.hypervisor", Map.of("swap.grace", graceMillis));
        felix.startAll();
        machine = new RunningMachine(felix);
        Await.until("a machine", machine::isThere);
        assertThat(machine.models().values()).hasSize(2).allMatch(one -> one.endsWith(OURS));
    }

    private Bundle installNext() throws Exception {
        Bundle next = felix.install("next", Reversioned.bundle(ENGINE, NEXT));
        next.start();
        return next;
    }

    private void awaitVersion(String version) throws Exception {
        Await.until(
                version + " instead of " + machine.models().values(),
                () ->
                        machine.models().values().stream()
                                .allMatch(one -> one.endsWith(" " + version)));
    }

    private long done() throws Exception {
        return machine.swaps().stream().filter(one -> one.startsWith("DONE ")).count();
    }

    @Test
    void aNewerEngineTakesOverAndTheOldOneIsThereWhenItGoes() throws Exception {
        start("smmuv3-3.2", 60_000);

        Bundle next = installNext();
        awaitVersion(NEXT);

        next.uninstall();
        awaitVersion(OURS);
        assertThat(machine.swaps()).hasSize(4).allMatch(one -> one.startsWith("DONE "));
    }

    @Test
    void nobodyTakesOverWhoIsAboutToStop() throws Exception {
        start("(kind=smmuv3)", 60_000);
        Bundle next = installNext();
        awaitVersion(NEXT);
        int before = machine.swaps().size();

        next.stop();
        awaitVersion(OURS);

        assertThat(machine.swaps().size()).isEqualTo(before + 2);
    }

    @Test
    void anEngineThatStopsForAMomentFindsItsPlaces() throws Exception {
        start("smmuv3-3.2", 60_000);

        for (int i = 0; i < 10; i++) {
            felix.bundle(ENGINE).stop();
            assertThat(machine.models().values()).hasSize(2).allMatch(one -> one.equals("vacant"));

            felix.bundle(ENGINE).start();
            awaitVersion(OURS);
        }
        assertThat(machine.swaps()).noneMatch(one -> one.startsWith("REFUSED "));
        assertThat(done()).isEqualTo(20);
    }

    @Test
    void whereNoneComesTheOldOneGoesOn() throws Exception {
        start("smmuv3-3.2", 50);

        felix.bundle(ENGINE).stop();

        Await.until(
                "somebody",
                () -> machine.models().values().stream().noneMatch(one -> one.equals("vacant")));
        felix.bundle(ENGINE).start();
        Await.until("two swaps", () -> done() == 2);
    }
}
