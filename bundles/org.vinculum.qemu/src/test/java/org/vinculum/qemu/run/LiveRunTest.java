package org.vinculum.qemu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveGuestRefusedException;

class LiveRunTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path folder;
    private Installation installation;
    private final Heard heard = new Heard();

    @BeforeEach
    void install() {
        installation = new Installation(new QuietSmmu(), folder);
    }

    private void qemu(String script) throws IOException {
        Path qemu =
                Files.writeString(folder.resolve("qemu-system-aarch64"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwx------"));
    }

    private void assertRefused(LiveGuestDescription asked, String... reasons) {
        LiveRun run =
                new LiveRun(
                        installation,
                        Map.of("PATH", folder.toString(), "VINCULUM_LINUX", folder + "/linux"));
        assertThatThrownBy(() -> run.run(asked, heard))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContainingAll(reasons);
    }

    @Test
    void aMissingQemuIsRefusedWithDebiansPackage() throws IOException {
        assertRefused(
                installation.guest(TinyKernel.thatSays(""), LIMIT),
                "qemu-system-aarch64",
                "qemu-system-arm");
    }

    @Test
    void missingFilesAreAllNamedWithWhatBringsThem() throws IOException {
        qemu("exit 1");

        assertRefused(
                Installation.guest("quiet", "smmuv3", Optional.empty(), LIMIT),
                folder + "/linux/cloud/Image",
                folder + "/linux/cloud/initrd",
                "bin/fetch-linux",
                "linux-image-cloud-arm64",
                "busybox-static",
                "gcc-aarch64-linux-gnu");
    }

    @Test
    void aKernelThatTheUserNamedIsNotSaidToBeDebians() throws IOException {
        qemu("exit 1");

        assertThatThrownBy(() ->
                        new LiveRun(installation, Map.of("PATH", folder.toString()))
                                .run(
                                        Installation.guest(
                                                "quiet",
                                                "smmuv3",
                                                Optional.of(folder.resolve("mine")),
                                                LIMIT),
                                        heard))
                .isInstanceOfSatisfying(
                        LiveGuestRefusedException.class,
                        e ->
                                assertThat(e.reasons().getFirst())
                                        .contains("kernel", folder + "/mine")
                                        .doesNotContain("Debian"));
    }

    @Test
    void anUnknownModeIsRefusedWithThoseInstalled() {
        assertRefused(
                Installation.guest("loud", "smmuv3", Optional.empty(), LIMIT), "'loud'", "quiet");
    }

    @Test
    void anUnknownModelIsRefusedWithThoseInstalled() {
        assertRefused(
                Installation.guest("quiet", "mmu-9000", Optional.empty(), LIMIT),
                "'mmu-9000'",
                "smmuv3-3.2");
    }

    @Test
    void aQemuThatCannotBeSuchAMachineIsRefusedWithWhatItSays() throws IOException {
        qemu("echo 'unsupported CPU' >&2; exit 1");

        assertRefused(
                installation.guest(TinyKernel.thatSays(""), LIMIT), "unsupported CPU", "code 1");
        assertThat(installation.smmu().closed).isTrue();
    }
}
