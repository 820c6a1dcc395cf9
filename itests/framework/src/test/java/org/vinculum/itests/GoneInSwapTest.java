package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/// Bundles of models go while their models take over from each other under a run with guests, at that very moment.
class GoneInSwapTest {
    private static final String OURS = "smmuv3-3.2 0.1.0";
    private static final String HANGS = "if (inPlace) hang();";

    /// Set when a vendor's model is to fail.
    private static final String BROKEN = "org.vinculum.itests.broken";

    @TempDir static Path folder;
    private static TrafficRun run;

    private Bundle bundle;
    private int before;

    @BeforeAll
    static void start() throws Exception {
        run = new TrafficRun(folder);
        run.times(2000, 20_000, 300);
        run.configure("model=\"smmuv3-3.2\"");
        run.start(OURS);
    }

    @AfterAll
    static void stop() throws Exception {
        run.close();
    }

    @BeforeEach
    void look() throws Exception {
        VendorModel.latch();
        before = run.machine().swaps().size();
    }

    @AfterEach
    void everythingIsAsBefore() throws Exception {
        VendorModel.letGo();
        System.clearProperty(BROKEN);
        if (bundle.getState() != Bundle.UNINSTALLED) {
            bundle.uninstall();
        }
        run.awaitModels(OURS, OURS);
    }

    /// Both SMMUs' models are in the middle of taking over on return.
    private VendorModel hangs(VendorModel model) throws Exception {
        bundle = run.felix().install(VendorModel.NAME, model.jar(folder));
        bundle.start();
        Await.until("both hang", () -> VendorModel.hang(2));
        return model;
    }

    /// What another thread does to a bundle, and how that ends.
    private static FutureTask<Void> meanwhile(Happening happening) {
        FutureTask<Void> task =
                new FutureTask<>(() -> {
                    happening.happen();
                    return null;
                });
        Thread.ofPlatform().daemon().name("itests meanwhile").start(task);
        return task;
    }

    private interface Happening {
        void happen() throws Exception;
    }

    private static void awaitState(Bundle bundle, int state) throws Exception {
        Await.until("state " + state, () -> bundle.getState() == state);
    }

    /// What has become of the first SMMU since the test began.
    private List<String> swaps() throws Exception {
        List<String> swaps = run.machine().swaps();
        return swaps.subList(before, swaps.size()).stream()
                .filter(one -> one.contains(TrafficRun.A))
                .toList();
    }

    private static String done(String title) {
        return "DONE " + TrafficRun.A + " " + title + ": ";
    }

    @Test
    void oneThatIsStoppedWhileItTakesOverGivesItsPlaceBack() throws Exception {
        VendorModel vendor = hangs(new VendorModel("6.0.0").on("restore", HANGS));

        FutureTask<Void> stopping = meanwhile(bundle::stop);
        awaitState(bundle, Bundle.STOPPING);
        VendorModel.letGo();
        stopping.get();

        run.awaitModels(OURS, OURS);
        assertThat(swaps()).containsExactly(done(vendor.title()), done(OURS));
    }

    @Test
    void oneThatIsUninstalledAndNeverComesBackIsGivenUp() throws Exception {
        VendorModel vendor = hangs(new VendorModel("6.1.0").on("restore", HANGS));

        bundle.uninstall();

        run.awaitModels(OURS, OURS);
        assertThat(swaps())
                .containsExactly(
                        "REFUSED "
                                + TrafficRun.A
                                + " "
                                + vendor.title()
                                + ": "
                                + vendor.title()
                                + ": hand over was not done within 2000 ms.");
        VendorModel.letGo();
        run.goOn();
    }

    @Test
    void oneThatIsUpdatedWhileItTakesOverMakesRoomForItsNextVersion() throws Exception {
        hangs(new VendorModel("6.2.0").on("restore", HANGS));
        VendorModel next = new VendorModel("6.2.1");
        byte[] jar = next.jar(folder);

        FutureTask<Void> updating = meanwhile(() -> bundle.update(new ByteArrayInputStream(jar)));
        awaitState(bundle, Bundle.STOPPING);
        VendorModel.letGo();
        updating.get();

        run.awaitModels(next.title(), next.title());
    }

    @Test
    void oneThatLeavesWhileAnotherTakesOverIsNotWaitedFor() throws Exception {
        Bundle old = run.felix().install("old", Reversioned.bundle(TrafficRun.ENGINE, "2.0.0"));
        old.start();
        run.awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 2.0.0");
        VendorModel vendor = hangs(new VendorModel("6.3.0").on("restore", HANGS));

        FutureTask<Void> leaving = meanwhile(old::uninstall);
        awaitState(old, Bundle.STOPPING);
        VendorModel.letGo();
        leaving.get();

        run.awaitModels(vendor.title(), vendor.title());
        assertThat(swaps()).containsExactly(done("smmuv3-3.2 2.0.0"), done(vendor.title()));
    }

    @Test
    void oneThatHasLeftIsNotKeptAfterItsSuccessorHasFailed() throws Exception {
        Bundle old = run.felix().install("old", Reversioned.bundle(TrafficRun.ENGINE, "2.0.0"));
        old.start();
        run.awaitModels("smmuv3-3.2 2.0.0", "smmuv3-3.2 2.0.0");
        VendorModel vendor =
                hangs(
                        new VendorModel("6.4.0")
                                .on("restore", HANGS)
                                .on(
                                        "translate",
                                        "if (System.getProperty(\""
                                                + BROKEN
                                                + "\") != null) fail(\"no walker\");"));
        VendorModel.letGo();
        run.awaitModels(vendor.title(), vendor.title());
        old.uninstall();

        System.setProperty(BROKEN, "yes");

        run.awaitModels(OURS, OURS);
        assertThat(swaps())
                .containsSequence(done("smmuv3-3.2 2.0.0"), done(vendor.title()))
                .anyMatch(one -> one.startsWith("FELL_BACK " + TrafficRun.A + " smmuv3-3.2 2.0.0"))
                .endsWith(done(OURS));
    }
}
