package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedProviderTest {
    private static final String HOST =
            Path.of(System.getProperty("vinculum.root"), "docs", "example", "host.dts").toString();

    @TempDir Path storage;

    @Test
    void withoutTheDeviceTreeBundleInspectNamesTheFormatNobodyReads() throws Exception {
        try (RunningFelix felix = RunningFelix.of(storage, "core")) {
            felix.bundle("org.vinculum.devicetree").stop();

            RunningFelix.Answer answer = felix.run("inspect", HOST);

            assertThat(answer.exit()).isEqualTo(2);
            assertThat(answer.err())
                    .contains("device-tree source")
                    .contains("no installed bundle reads the format 'devicetree'");
            assertThat(answer.out()).isEmpty();
        }
    }

    @Test
    void startingTheDeviceTreeBundleAgainBringsInspectBack() throws Exception {
        try (RunningFelix felix = RunningFelix.of(storage, "core")) {
            String before = felix.run("inspect", HOST).out();
            felix.bundle("org.vinculum.devicetree").stop();
            felix.bundle("org.vinculum.devicetree").start();

            RunningFelix.Answer answer = felix.run("inspect", HOST);

            assertThat(answer.exit()).isZero();
            assertThat(answer.out()).isEqualTo(before).contains("/iommu@4f000000");
        }
    }
}
