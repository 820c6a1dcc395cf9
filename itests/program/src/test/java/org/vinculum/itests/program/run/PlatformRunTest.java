package org.vinculum.itests.program.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.program.distribution.VendorJar;
import org.vinculum.itests.program.vendor.Configured;
import org.vinculum.itests.program.vendor.Greeter;
import org.vinculum.itests.program.vendor.Leaver;

class PlatformRunTest {
    private static final String UP = "vinculum: running";

    @TempDir Path folder;

    @Test
    void aJarDroppedIntoDeployIsStartedAndItsHashLoggedAndDeletingItRemovesIt() throws Exception {
        Path made = VendorJar.of(folder, Greeter.class, "org.osgi.framework");
        try (PlatformProcess platform = PlatformProcess.start(folder, "board").untilItSays(UP)) {
            Path deployed = folder.resolve("board/deploy/greeter.jar");
            Files.copy(made, folder.resolve("board/deploy/greeter.part"));
            Files.move(folder.resolve("board/deploy/greeter.part"), deployed);
            platform.untilItSays("greeter started").untilItSays("sha256 " + sha256(made));

            Files.delete(deployed);

            platform.untilItSays("greeter stopped")
                    .untilItSays("removed " + Greeter.class.getName());
        }
    }

    @Test
    void aJarForAnotherMajorVersionOfAContractIsRefusedWithWhatItWantsAndWhatThereIs()
            throws Exception {
        String imports = "org.osgi.framework,org.vinculum.iommu;version=\"[2.0,3)\"";
        Path made = VendorJar.of(folder, Greeter.class, imports);
        try (PlatformProcess platform = PlatformProcess.start(folder, "board").untilItSays(UP)) {
            Files.move(made, folder.resolve("board/deploy/greeter.jar"));

            platform.untilItSays(
                    Greeter.class.getName()
                            + " 1.2.3: needs package org.vinculum.iommu [2.0.0,3.0.0); there is");
            assertThat(platform.said()).doesNotContain("osgi.wiring.package");
        }
    }

    @Test
    void aFileInEtcConfiguresItsComponentAndIsNotWrittenBack() throws Exception {
        Path made =
                VendorJar.of(folder, Configured.class, "org.osgi.framework,org.osgi.service.cm");
        try (PlatformProcess platform = PlatformProcess.start(folder, "board").untilItSays(UP)) {
            Files.move(made, folder.resolve("board/deploy/configured.jar"));
            platform.untilItSays("budget absent");
            Path file = folder.resolve("board/etc").resolve(Configured.PID + ".config");

            Files.writeString(file, "budget=I\"64\"\n");

            platform.untilItSays("budget 64");
            assertThat(file).hasContent("budget=I\"64\"");
        }
    }

    @Test
    void aFolderIsUsedByOneRunAtATime() throws Exception {
        try (PlatformProcess first = PlatformProcess.start(folder, "board").untilItSays(UP);
                PlatformProcess second = PlatformProcess.start(folder, "board")) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.said()).contains("in use").doesNotContain(UP);
            assertThat(first.said()).contains(UP);
        }
    }

    @Test
    void terminationIsACleanEndWith130AndTheFolderCanBeUsedAgain() throws Exception {
        try (PlatformProcess platform = PlatformProcess.start(folder, "board").untilItSays(UP)) {
            platform.signal("TERM");
            assertThat(platform.exitCode()).isEqualTo(130);
        }
        try (PlatformProcess again = PlatformProcess.start(folder, "board").untilItSays(UP)) {
            assertThat(again.said()).doesNotContain("in use");
        }
    }

    @Test
    void anInterruptEndsItWith130() throws Exception {
        assumeFalse(
                PlatformProcess.interruptsAreIgnored(),
                "started in the background, where SIGINT is ignored");
        try (PlatformProcess platform = PlatformProcess.start(folder, "board").untilItSays(UP)) {
            platform.signal("INT");
            assertThat(platform.exitCode()).isEqualTo(130);
        }
    }

    @Test
    void anExitFromInsideStopsTheBundlesAndKeepsItsCode() throws Exception {
        Path made = VendorJar.of(folder, Leaver.class, "org.osgi.framework");
        try (PlatformProcess platform = PlatformProcess.start(folder, "board").untilItSays(UP)) {
            Files.move(made, folder.resolve("board/deploy/leaver.jar"));

            assertThat(platform.exitCode()).isEqualTo(7);
            assertThat(platform.said()).contains("leaver stopped");
        }
    }

    @Test
    void withoutATerminalThereIsNoShell() throws Exception {
        try (PlatformProcess platform = PlatformProcess.start(folder, "board").untilItSays(UP)) {
            assertThat(platform.said()).contains("core").doesNotContain("shell");
        }
    }

    @Test
    void anUnknownFeatureIsRefusedWithThoseThereAre() throws Exception {
        try (PlatformProcess platform =
                PlatformProcess.start(folder, "--features", "core,nonsense", "board")) {
            assertThat(platform.exitCode()).isEqualTo(2);
            assertThat(platform.said())
                    .contains("nonsense")
                    .contains(
                            "acpi, console, core, deploy, drawing, live, machine, metrics, models,"
                                    + " shell, vendor");
        }
    }

    @Test
    void aDeployFolderThatOthersMayEnterIsRefused() throws Exception {
        Path deploy = Files.createDirectories(folder.resolve("board/deploy"));
        Files.setPosixFilePermissions(deploy, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (PlatformProcess platform = PlatformProcess.start(folder, "board")) {
            assertThat(platform.exitCode()).isEqualTo(2);
            assertThat(platform.said()).contains("0700").contains("rwxr-xr-x");
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
