package org.vinculum.qemu.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vinculum.live.LiveGuestRefusedException;

/// The device tree that QEMU would give its guest.
public final class TreeDump {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long LARGEST = 16L << 20;

    private TreeDump() {}

    /// Has QEMU write it.
    ///
    /// @param tree where nothing is yet
    /// @throws LiveGuestRefusedException when QEMU cannot be such a machine
    public static byte[] of(QemuCommand command, Programs programs, Path tree)
            throws IOException, InterruptedException {
        try (QemuProcess qemu = new QemuProcess(command.dump(tree), programs, text -> {})) {
            if (!qemu.await(LIMIT)) {
                throw refusal("QEMU did not write its device tree");
            }
            if (!Files.isRegularFile(tree) || Files.size(tree) > LARGEST) {
                throw refusal("QEMU wrote no device tree; " + qemu.end());
            }
            return Files.readAllBytes(tree);
        }
    }

    private static LiveGuestRefusedException refusal(String reason) {
        return new LiveGuestRefusedException(List.of(reason));
    }
}
