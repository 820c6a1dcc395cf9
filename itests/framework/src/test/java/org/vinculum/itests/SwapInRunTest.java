package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The SMMUs of a run are swapped by what lies in its folders, while the drivers and devices of two guests go on.
class SwapInRunTest {
    private static final String A = TrafficRun.A;
    private static final String B = TrafficRun.B;
    private static final String JAR = "engine.jar";
    private static final String OLD = "(&(name=smmuv3-3.2)(!(vinculum.engine>=2)))";
    private static final String NEW = "(&(name=smmuv3-3.2)(vinculum.engine>=2))";

    @TempDir Path folder;
    private TrafficRun run;

    @BeforeEach
    void prepare() throws Exception {
        run = new TrafficRun(folder);
    }

    @AfterEach
    void stop() throws Exception {
        run.close();
    }

    private static String models(String a, String b) {
        return "models=[\"" + A + "=" + a + "\",\"" + B + "=" + b + "\"]";
    }

    private void deploy(String version) throws IOException {
        run.deploy(JAR, Reversioned.bundle(TrafficRun.ENGINE, version));
    }

    @Test
    void aBetterVersionInTheDeployFolderTakesOverAndGoesAgain() throws Exception {
        run.configure("model=\"smmuv3-3.2\"");
        run.start("smmuv3-3.2 0.1.0");
        Object before = run.machine().identity();

        deploy("2.0.0");
        run.awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 2.0.0");

        deploy("2.1.0");
        run.awaitModels("smmuv3-3.2 2.1.0", "smmuv3-3.2 2.1.0");

        Files.delete(run.deployed(JAR));
        run.awaitModels("smmuv3-3.2 0.1.0", "smmuv3-3.2 0.1.0");

        assertThat(run.machine().swaps()).isNotEmpty().allMatch(swap -> swap.startsWith("DONE "));
        assertThat(run.machine().identity()).isSameAs(before);
    }

    @Test
    void smmusOfTwoDomainsMoveOneByOneBetweenTwoVersions() throws Exception {
        run.configure(models(OLD, OLD));
        run.start("smmuv3-3.2 0.1.0");
        Object before = run.machine().identity();
        deploy("2.0.0");
        Await.until("the second version", () -> run.felix().has(TrafficRun.ENGINE, "2.0.0"));
        run.awaitModels("smmuv3-3.2 0.1.0", "smmuv3-3.2 0.1.0");

        run.configure(models(NEW, OLD));
        run.awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 0.1.0");

        run.configure(models(NEW, NEW));
        run.awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 2.0.0");

        run.configure(models(OLD, NEW));
        run.awaitModels("smmuv3-3.2 0.1.0", "smmuv3-3.2 2.0.0");

        assertThat(run.machine().identity()).isSameAs(before);
    }

    @Test
    void whenTheOnlyOneOfAChoiceGoesGuestsWaitForItAndThenTakeWhatIsThere() throws Exception {
        run.configure("org.vinculum.hypervisor", new String[] {"swap.grace=L\"1000\""});
        run.configure(models(NEW, OLD));
        deploy("2.0.0");
        run.start("smmuv3-3.2 2.0.0");
        run.awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 0.1.0");

        Files.delete(run.deployed(JAR));
        Await.until("the other one", () -> !run.machine().models().get(A).endsWith(" 2.0.0"));
        Await.until("somebody", () -> !run.machine().models().get(A).equals("vacant"));

        run.goOn();
        assertThat(run.machine().swaps()).anyMatch(swap -> swap.startsWith("VACANT " + A));
        assertThat(run.machine().models().get(A)).endsWith(" 0.1.0");
    }

    @Test
    void aModelIsChosenByConfigurationUnderABaselineAndRefusedWithItsReason() throws Exception {
        String baseline = "baseline=[\"smmuv3-3.1\",\"smmuv3-3.2\",\"mmu-600-r2p0\"]\n";
        run.configure("model=\"smmuv3-3.2\"", baseline);
        run.start("smmuv3-3.2 0.1.0");
        Object before = run.machine().identity();

        run.configure("model=\"smmuv3-3.2\"", models("mmu-600-r2p0", "smmuv3-3.1"), baseline);
        run.awaitModels("mmu-600-r2p0 0.1.0", "smmuv3-3.1 0.1.0");

        run.configure("model=\"smmuv3-3.2\"", models("mmu-600-r0p0", "smmuv3-3.2"), baseline);
        run.awaitModels("mmu-600-r2p0 0.1.0", "smmuv3-3.2 0.1.0");

        assertThat(run.machine().swaps())
                .anySatisfy(swap ->
                        assertThat(swap)
                                .startsWith("REFUSED " + A + " mmu-600-r0p0")
                                .contains("1209401"));
        assertThat(run.machine().identity()).isSameAs(before);
    }
}
