package org.vinculum.commands.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.vinculum.firmware.UnreadableInputException;

/// A kernel that the user brings. QEMU would jump into anything, and then nothing would be heard of it.
final class KernelFile {
    /// Linux, Documentation/arch/arm64/booting.rst: the magic number in the 64-byte header.
    private static final int MAGIC_AT = 56;

    private static final byte[] MAGIC = "ARMd".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 64;

    /// QEMU unpacks these (RFC 1952, 2.3.1).
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private KernelFile() {}

    /// @throws UnreadableInputException for what is neither an arm64 Image nor a compressed file
    static void check(Path file) {
        byte[] header = header(file);
        boolean image =
                header.length == HEADER
                        && Arrays.equals(header, MAGIC_AT, MAGIC_AT + 4, MAGIC, 0, 4);
        boolean packed = header.length > 2 && Arrays.equals(header, 0, 2, GZIP, 0, 2);
        if (!image && !packed) {
            throw UnreadableInputException.of(
                    file.toString(), "an arm64 Image, or one packed with gzip", "something else");
        }
    }

    /// @throws UnreadableInputException when it is not a file that can be read
    static void checkReadable(Path file) {
        if (!Files.exists(file)) {
            throw UnreadableInputException.of(file.toString(), "a readable file", "no such file");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw UnreadableInputException.of(
                    file.toString(),
                    "a readable file",
                    Files.isDirectory(file) ? "a folder" : "one that may not be read");
        }
    }

    private static byte[] header(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEADER);
        } catch (IOException e) {
            throw UnreadableInputException.of(file.toString(), "a readable file", e);
        }
    }
}
