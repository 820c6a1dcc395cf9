package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/// Vendors' models that are broken, and preferred to ours by their ranking, in a run with guests: guests and devices do not
/// notice, and whoever looks learns what was wrong.
class BrokenModelTest {
    private static final String OURS = "smmuv3-3.2 0.1.0";

    @TempDir static Path folder;
    private static TrafficRun run;
    private static Object machine;

    private SwapNews news;
    private Bundle bundle;

    @BeforeAll
    static void start() throws Exception {
        run = new TrafficRun(folder);
        run.times(300, 500, 500);
        run.configure("model=\"smmuv3-3.2\"");
        run.start(OURS);
        machine = run.machine().identity();
    }

    @AfterAll
    static void stop() throws Exception {
        run.close();
    }

    @BeforeEach
    void listen() {
        news = new SwapNews();
        VendorModel.latch();
    }

    @AfterEach
    void everythingIsAsBefore() throws Exception {
        news.close();
        VendorModel.letGo();
        if (bundle.getState() != Bundle.UNINSTALLED) {
            bundle.uninstall();
        }
        run.awaitModels(OURS, OURS);
        assertThat(run.machine().identity()).isSameAs(machine);
    }

    private VendorModel install(VendorModel model) throws Exception {
        bundle = run.felix().install(VendorModel.NAME, model.jar(folder));
        bundle.start();
        return model;
    }

    /// What the records and the log say of both SMMUs.
    private void isRefusedWith(VendorModel model, String reason) throws Exception {
        for (String smmu : List.of(TrafficRun.A, TrafficRun.B)) {
            String record = "REFUSED " + smmu + " " + model.title() + ": " + reason;
            Await.until(record, () -> run.machine().swaps().contains(record));
            String line = smmu + ": " + OURS + " to " + model.title() + " refused: " + reason;
            Await.until(line, () -> news.has("WARNING " + line, ""));
        }
        run.awaitModels(OURS, OURS);
    }

    /// The bundle is replaced by a version that works.
    private void isMendedBy(VendorModel good) throws Exception {
        bundle.update(new ByteArrayInputStream(good.jar(folder)));
        bundle.start();
        run.awaitModels(good.title(), good.title());
    }

    @Test
    void oneWhoseBundleDoesNotStartIsReportedAndNotUsed() throws Exception {
        VendorModel broken = new VendorModel("5.0.0").on("start", "fail(\"no licence\");");

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> install(broken))
                .withMessageContaining("Activator start error in bundle " + VendorModel.NAME);

        run.awaitModels(OURS, OURS);
        isMendedBy(new VendorModel("5.0.1"));
    }

    @Test
    void oneWhoseComponentIsNotMadeIsNotUsed() throws Exception {
        install(new VendorModel("5.1.0").on("activate", "fail(\"no licence\");"));

        run.awaitModels(OURS, OURS);
        isMendedBy(new VendorModel("5.1.1"));
    }

    @Test
    void oneThatMakesNoModelIsRefused() throws Exception {
        var broken = install(new VendorModel("5.2.0").on("create", "fail(\"no memory\");"));

        isRefusedWith(
                broken,
                broken.title()
                        + " failed when it was made and tried:"
                        + " java.lang.IllegalArgumentException: no memory.");
        isMendedBy(new VendorModel("5.2.1"));
    }

    @Test
    void oneWhoseClassesAreNotThereIsRefused() throws Exception {
        var broken =
                install(
                        new VendorModel("5.3.0")
                                .on(
                                        "create",
                                        "if (true) throw new"
                                                + " NoClassDefFoundError(\"acme/Chip\");"));

        isRefusedWith(
                broken,
                broken.title()
                        + " failed when it was made and tried:"
                        + " java.lang.NoClassDefFoundError: acme/Chip.");
    }

    @Test
    void oneThatIsNeverMadeIsGivenUp() throws Exception {
        var broken = install(new VendorModel("5.4.0").on("create", "hang();"));

        isRefusedWith(broken, broken.title() + " was not made and tried within 1500 ms.");
        isMendedBy(new VendorModel("5.4.1"));
    }

    @Test
    void oneThatTakesNoStateIsRefused() throws Exception {
        var broken =
                install(
                        new VendorModel("5.5.0")
                                .on("restore", "if (inPlace) fail(\"what is this?\");"));

        isRefusedWith(
                broken,
                broken.title()
                        + " failed to hand over:"
                        + " java.lang.IllegalArgumentException: what is this?.");
        isMendedBy(new VendorModel("5.5.1"));
    }

    @Test
    void oneThatNeverComesBackFromTakingTheStateIsGivenUp() throws Exception {
        var broken = install(new VendorModel("5.6.0").on("restore", "if (inPlace) hang();"));

        isRefusedWith(broken, broken.title() + ": hand over was not done within 300 ms.");
        isMendedBy(new VendorModel("5.6.1"));
    }

    @Test
    void oneThatSaysNothingOfItselfIsRefused() throws Exception {
        var broken = install(new VendorModel("5.7.0").on("read", "fail(\"no registers\");"));

        isRefusedWith(
                broken,
                broken.title()
                        + " failed when it was made and tried:"
                        + " java.lang.IllegalArgumentException: no registers.");
    }

    @Test
    void oneThatHangsWhenItIsAskedForItsRevisionIsGivenUp() throws Exception {
        var broken =
                install(
                        new VendorModel("5.8.0")
                                .on("read", "if (inPlace && offset == 0x18) hang();"));

        isRefusedWith(broken, broken.title() + " was not made and tried within 1500 ms.");
    }

    @Test
    void oneThatFailsAsSoonAsItIsUsedGivesWayToItsPredecessor() throws Exception {
        var broken = install(new VendorModel("5.9.0").on("translate", "fail(\"no walker\");"));

        for (String smmu : List.of(TrafficRun.A, TrafficRun.B)) {
            String back = "FELL_BACK " + smmu + " " + OURS + ": " + broken.title() + " failed in";
            Await.until(
                    back,
                    () -> run.machine().swaps().stream().anyMatch(one -> one.startsWith(back)));
            String line = smmu + ": " + broken.title() + " to " + OURS + " fell back: ";
            Await.until(line, () -> news.has("WARNING " + line, "no walker"));
        }
        run.awaitModels(OURS, OURS);
        isMendedBy(new VendorModel("5.9.1"));
    }

    @Test
    void oneThatDoesNotSayItsNameHarmsNobody() throws Exception {
        install(new VendorModel("5.10.0").on("name", "fail(\"anonymous\");"));
        assertThat(news.has("WARNING ", "does not say its name: ")).isTrue();

        Bundle other = run.felix().install("other", Reversioned.bundle(TrafficRun.ENGINE, "2.0.0"));
        other.start();
        run.awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 2.0.0");
        other.uninstall();
        run.awaitModels(OURS, OURS);

        isMendedBy(new VendorModel("5.10.1"));
    }

    @Test
    void oneThatDoesNotKnowItsKindIsRefused() throws Exception {
        var broken = install(new VendorModel("5.11.0").on("kind", "fail(\"unkind\");"));

        isRefusedWith(
                broken,
                broken.title()
                        + " failed when it was made and tried:"
                        + " java.lang.IllegalArgumentException: unkind.");
    }
}
