package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/// Bundles of models are replaced again and again in a run, while DMA and guests go on.
class UpdatesInARowTest {
    private static final String OURS = "smmuv3-3.2 0.1.0";
    private static final String JAR = "model.jar";
    private static final int UPDATES = 10;

    @TempDir static Path folder;
    private static TrafficRun run;
    private SwapNews news;

    @BeforeAll
    static void start() throws Exception {
        run = new TrafficRun(folder);
        run.times(1000, 500, 5000);
        run.configure("model=\"smmuv3-3.2\"");
        run.start(OURS);
    }

    @AfterAll
    static void stop() throws Exception {
        run.close();
    }

    @BeforeEach
    void listen() {
        news = new SwapNews();
    }

    @AfterEach
    void listenNoMore() {
        news.close();
    }

    @Test
    void theOnlyProviderIsUpdatedTenTimesInARow() throws Exception {
        Bundle engine = run.felix().bundle(TrafficRun.ENGINE);
        Object before = run.machine().identity();
        for (int i = 1; i <= UPDATES; i++) {
            byte[] next = Reversioned.bundle(TrafficRun.ENGINE, "2." + i);
            engine.update(new ByteArrayInputStream(next));
        }

        String last = "smmuv3-3.2 2." + UPDATES + ".0";
        run.awaitModels(last, last);
        assertThat(run.machine().identity()).isSameAs(before);
        assertThat(run.machine().swaps()).noneMatch(one -> one.startsWith("FELL_BACK"));
        engine.update(new ByteArrayInputStream(Reversioned.bundle(TrafficRun.ENGINE, "0.1.0")));
        run.awaitModels(OURS, OURS);
    }

    @Test
    void aBrokenJarInTheDeployFolderIsReplacedByAGoodOneAndDeleted() throws Exception {
        VendorModel broken = new VendorModel("7.0.0").on("restore", "fail(\"no restore\");");
        run.deploy(JAR, broken.jar(folder));
        Await.until("refused", () -> news.has("WARNING " + TrafficRun.A, "no restore"));
        run.goOn();

        run.deploy("unreadable.jar", "this is no jar".getBytes());
        VendorModel good = new VendorModel("7.0.1");
        run.deploy(JAR, good.jar(folder));
        run.awaitModels(good.title(), good.title());

        Files.delete(run.deployed(JAR));
        run.awaitModels(OURS, OURS);
    }
}
