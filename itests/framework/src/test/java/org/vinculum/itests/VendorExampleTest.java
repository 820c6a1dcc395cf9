package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.launcher.distribution.Distribution;

/// The feature `vendor` beside those that use what it brings.
class VendorExampleTest {
    private static final Path README =
            Path.of(System.getProperty("vinculum.root"), "bundles/example.vendor/README.md");

    @TempDir Path work;
    private RunningFelix felix;

    @BeforeEach
    void start() throws Exception {
        felix = RunningFelix.of(work.resolve("storage"), "core", "models", "vendor");
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    @Test
    void itsProfileIsAModel() throws Exception {
        assertThat(felix.run("models").out()).containsPattern("example-vendor +smmuv3 +0\\.1\\.0");
    }

    @Test
    void itsManualShowsItsFindingAsItIs() throws Exception {
        String manual = Files.readString(README);
        Path tree = work.resolve("board.dts");
        Files.writeString(tree, block(manual, "dts"));

        RunningFelix.Answer answer = felix.run("check", tree.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains(block(manual, "text"));
    }

    private static String block(String manual, String kind) {
        int start = manual.indexOf("```" + kind + "\n") + kind.length() + 4;
        return manual.substring(start, manual.indexOf("```", start));
    }

    @Test
    void aRunWhoseFeaturesAreNotNamedDoesWithoutIt() throws Exception {
        Distribution distribution = new Distribution(RunningFelix.home());

        assertThat(distribution.featureNames()).contains("vendor", "core");
        assertThat(distribution.ordinaryFeatureNames()).contains("core").doesNotContain("vendor");
    }
}
