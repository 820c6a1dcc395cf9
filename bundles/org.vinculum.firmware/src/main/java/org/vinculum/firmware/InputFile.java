package org.vinculum.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One untrusted input, read once into memory.
///
/// @param name what messages call it, usually the path as the user gave it
/// @param content the bytes; not copied, never to be changed
/// @param folder where files that it includes are looked for; empty for standard input
public record InputFile(String name, byte[] content, Optional<Path> folder) {
    /// 16 MiB, the largest input read unless the user raises it.
    public static final int DEFAULT_CAP = 16 << 20;

    public static InputFile of(String name, byte[] content) {
        return new InputFile(name, content, Optional.empty());
    }

    /// Reads a file up to [#DEFAULT_CAP].
    ///
    /// @throws UnreadableInputException when it is absent, a folder, unreadable or larger than the cap
    public static InputFile read(Path path) {
        return read(path, DEFAULT_CAP);
    }

    /// Reads a file.
    ///
    /// @param cap the most bytes accepted
    /// @throws UnreadableInputException when it is absent, a folder, unreadable or larger than `cap`
    public static InputFile read(Path path, int cap) {
        if (Files.isDirectory(path)) {
            throw UnreadableInputException.of(path.toString(), "a file", "a folder");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new InputFile(
                    path.toString(),
                    readCapped(path.toString(), in, cap),
                    Optional.of(path.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw UnreadableInputException.of(path.toString(), "a readable file", e);
        }
    }

    /// Reads a stream to its end, at most `cap` bytes.
    ///
    /// @throws UnreadableInputException when there is more
    public static byte[] readCapped(String name, InputStream in, int cap) throws IOException {
        byte[] content = in.readNBytes(cap);
        if (content.length == cap && in.read() >= 0) {
            throw UnreadableInputException.of(name, "at most " + cap + " bytes", "more");
        }
        return content;
    }

    @Override
    public String toString() {
        return name;
    }
}
