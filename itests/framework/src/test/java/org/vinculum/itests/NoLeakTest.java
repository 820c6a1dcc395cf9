package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/// After many swaps and many updates a run with guests holds no more than after the first.
class NoLeakTest {
    private static final Logger QUIET = Logger.getLogger("org.vinculum.hypervisor.swap");
    private static final String OURS = "smmuv3-3.2 0.1.0";
    private static final String VIOMMU = "org.vinculum.viommu";
    private static final int SWAPS = 1000;
    private static final int TYPE_SWAPS = 200;
    private static final int UPDATES = 24;

    /// Before the first look.
    private static final int FIRST = 10;

    /// Bytes, for what the JDK remembers of threads and reflection; a model that stays has 16 KiB or more.
    private static final long SLACK = 4 << 20;

    @TempDir static Path folder;
    private static TrafficRun run;
    private final List<Bundle> installed = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        QUIET.setLevel(Level.SEVERE);
        run = new TrafficRun(folder);
        run.times(1000, 5, 2000);
        run.configure("model=\"smmuv3-3.2\"", "baseline=[\"smmuv3-3.1\",\"smmuv3-3.2\"]");
        run.start(OURS);
    }

    @AfterAll
    static void stop() throws Exception {
        run.close();
        QUIET.setLevel(null);
    }

    @AfterEach
    void nobodySwapsAnyMore() throws Exception {
        for (Bundle bundle : installed) {
            bundle.uninstall();
        }
        run.awaitModels(OURS, OURS);
        Await.until("end of threads " + Remains.swappers(), () -> Remains.swappers().isEmpty());
    }

    private static Remains remains() throws Exception {
        return Remains.of(run.felix().context());
    }

    /// After many it is as after few.
    private static void isLevel(Remains few, int since) throws Exception {
        Remains many = remains();
        assertThat(many.moreThan(few, since / 2)).isEmpty();
        assertThat(many.bytes()).isLessThan(few.bytes() + SLACK);
        assertThat(many.services()).isEqualTo(few.services());
        assertThat(many.listeners()).isEqualTo(few.listeners());
    }

    private static void swapModel(int number) throws Exception {
        run.machine().swapModel(TrafficRun.A, number % 2 == 0 ? "smmuv3-3.1" : "smmuv3-3.2");
    }

    @Test
    void aThousandSwapsOfAModelLeaveNothingBehind() throws Exception {
        for (int i = 0; i < FIRST; i++) {
            swapModel(i);
        }
        Remains few = remains();

        for (int i = FIRST; i < SWAPS; i++) {
            swapModel(i);
        }

        isLevel(few, SWAPS - FIRST);
        run.machine().swapModel(TrafficRun.A, "smmuv3-3.2");
    }

    private Bundle install(byte[] jar) throws Exception {
        Bundle bundle = run.felix().install("another", jar);
        bundle.start();
        installed.add(bundle);
        return bundle;
    }

    private void goes(Bundle bundle, WeakReference<ClassLoader> last) throws Exception {
        installed.remove(bundle);
        bundle.uninstall();
        run.awaitModels(OURS, OURS);
        Remains.awaitCollected(List.of(last));
    }

    /// Updates a bundle again and again, each time until it stands where it should.
    private static void update(Bundle bundle, byte[] one, byte[] other, Callable<Boolean> there)
            throws Exception {
        List<WeakReference<ClassLoader>> old = new ArrayList<>();
        Remains few = null;
        for (int i = 0; i < UPDATES; i++) {
            old.add(Remains.loader(bundle));
            bundle.update(new ByteArrayInputStream(i % 2 == 0 ? one : other));
            Await.until("update " + i, there);
            if (i == FIRST) {
                few = remains();
            }
        }
        Remains.awaitCollected(old);
        isLevel(few, UPDATES - FIRST);
    }

    @Test
    void updatesOfAProviderLeaveNothingBehind() throws Exception {
        byte[] one = Reversioned.bundle(TrafficRun.ENGINE, "3.0.0");
        byte[] other = Reversioned.bundle(TrafficRun.ENGINE, "3.0.1");
        Bundle engine = install(other);

        update(engine, one, other, () -> stands("smmuv3-3.2 " + engine.getVersion()));

        WeakReference<ClassLoader> last = Remains.loader(engine);
        goes(engine, last);
    }

    @Test
    void updatesOfAVendorsModelLeaveNothingBehind() throws Exception {
        byte[] jar = new VendorModel("8.0.0").jar(folder);
        Bundle vendor = install(jar);

        update(vendor, jar, jar, () -> stands("smmuv3-3.2 8.0.0"));

        WeakReference<ClassLoader> last = Remains.loader(vendor);
        goes(vendor, last);
    }

    private static boolean stands(String title) throws Exception {
        return run.machine().models().values().stream().allMatch(title::equals);
    }

    @Test
    void swapsAndUpdatesOfAVirtualIommuLeaveNothingBehind() throws Exception {
        byte[] one = Reversioned.bundle(VIOMMU, "3.0.0");
        byte[] other = Reversioned.bundle(VIOMMU, "3.0.1");
        Bundle next = install(other);

        update(next, one, other, () -> comes("smmuv3 " + next.getVersion()));

        Remains few = null;
        for (int i = 0; i < TYPE_SWAPS; i++) {
            run.machine().swap("web", "(vinculum.version" + (i % 2 == 0 ? "<=1)" : ">=2)"));
            if (i == FIRST) {
                few = remains();
            }
        }
        isLevel(few, TYPE_SWAPS - FIRST);

        WeakReference<ClassLoader> last = Remains.loader(next);
        run.machine().swap("web", "smmuv3");
        goes(next, last);
    }

    /// Every virtual IOMMU is that one now: there are the machine's own domain and two guests.
    private static boolean comes(String title) throws Exception {
        List<String> latest = run.machine().swaps().reversed();
        for (String domain : run.machine().domains()) {
            String place = domain + "/0 ";
            String there =
                    latest.stream()
                            .filter(one -> one.startsWith("DONE " + place))
                            .findFirst()
                            .orElse("");
            if (!there.startsWith("DONE " + place + title)) {
                return false;
            }
        }
        return true;
    }
}
