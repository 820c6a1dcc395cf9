package org.vinculum.qemu.compare;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestRefusedException;

class LiveComparisonTest {
    @TempDir Path folder;

    private final LiveGuest none =
            (_, _) -> {
                throw new AssertionError("nothing may be started");
            };

    private void assertRefused(String... reasons) {
        LiveComparison comparison =
                new LiveComparison(
                        none,
                        Map.of("PATH", folder.toString(), "VINCULUM_LINUX", folder + "/linux"));
        assertThatThrownBy(() -> comparison.run(line -> {}))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContainingAll(reasons);
    }

    @Test
    void withoutQemuNothingIsStarted() {
        assertRefused("qemu-system-aarch64", "qemu-system-arm");
    }

    @Test
    void withoutAKernelNothingIsStarted() throws IOException {
        Path qemu = Files.writeString(folder.resolve("qemu-system-aarch64"), "#!/bin/sh\nexit 1");
        Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwx------"));

        assertRefused(folder + "/linux/cloud/Image", "bin/fetch-linux");
    }
}
