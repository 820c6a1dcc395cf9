package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
    void withoutTheIortBundleAGuestWithAcpiIsRefused() throws Exception {
        Path config = storage.resolve("guest.cfg");
        Files.writeString(config, "name = \"guest\"\nmemory = 512\nacpi = 1\n");
        Path out = storage.resolve("guest");
        try (RunningFelix felix = RunningFelix.of(storage.resolve("felix"), "core", "acpi")) {
            String[] bind = {
                "bind", "--host", HOST, "--config", config.toString(), "--out", out.toString()
            };
            felix.bundle("org.vinculum.acpi.iort").stop();

            RunningFelix.Answer answer = felix.run(bind);

            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.err()).contains("refused acpi-unavailable ");
            felix.bundle("org.vinculum.acpi.iort").start();
            assertThat(felix.run(bind).out()).contains("iort.dat");
        }
    }

    @Test
    void withoutTheFeatureAcpiAnIortIsNamedAndNobodyReadsIt() throws Exception {
        Path table = storage.resolve("iort.dat");
        Files.writeString(table, "IORT");
        try (RunningFelix felix = RunningFelix.of(storage.resolve("felix"), "core")) {
            RunningFelix.Answer inspect = felix.run("inspect", table.toString());
            RunningFelix.Answer decode = felix.run("iort", "decode", table.toString());

            assertThat(inspect.exit()).isEqualTo(2);
            assertThat(inspect.err())
                    .contains("an ACPI IORT")
                    .contains("no installed bundle reads the format 'iort'");
            assertThat(decode.exit()).isEqualTo(3);
            assertThat(decode.err()).contains("it comes with org.vinculum.acpi.iort");
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
