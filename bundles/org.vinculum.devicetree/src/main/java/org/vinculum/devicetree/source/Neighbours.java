package org.vinculum.devicetree.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vinculum.firmware.InputFile;

/// Finds the files a source names: those in or below the folder of the outermost file, and no others.
///
/// A tree that came from elsewhere must not be able to carry the user's other files into its output.
final class Neighbours {
    private final Optional<Path> top;
    private final String shownFolder;

    Neighbours(InputFile outermost) {
        top = outermost.folder().map(Path::normalize);
        String name = outermost.name();
        shownFolder = name.substring(0, name.lastIndexOf('/') + 1);
    }

    /// A regular file named by a string at `place`, relative to the file that names it.
    Path find(SourceText from, Token.Text name, Place place) {
        String wanted = new String(name.bytes(), StandardCharsets.UTF_8);
        if (top.isEmpty()) {
            throw place.expected("no other files, as this has no folder", Readable.text(wanted));
        }
        Path file = resolve(from.folder().orElse(top.get()), wanted, place);
        if (!file.startsWith(top.get())) {
            throw place.expected(
                    "a file in or below the first file's folder", Readable.text(wanted));
        }
        if (!Files.isRegularFile(file)) {
            throw place.expected("the name of a file beside this one", Readable.text(wanted));
        }
        return file;
    }

    /// The path of the outermost file, for recognising that something includes it again.
    Optional<Path> outermost(InputFile input) {
        return top.map(folder -> folder.resolve(input.name().substring(shownFolder.length())));
    }

    /// The whole of a found file, called in messages as if the user had named it.
    SourceText open(Path file, int cap) {
        InputFile input = InputFile.read(file, cap);
        String shown = shownFolder + top.map(folder -> folder.relativize(file)).orElse(file);
        return new SourceText(shown, input.content(), input.folder());
    }

    /// Part of a found file: what there is of `length` bytes from `offset` on, both unsigned.
    byte[] read(Path file, long offset, long length, int cap, Place place) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long rest = offset < 0 ? 0 : Math.max(channel.size() - offset, 0);
            long wanted = length < 0 ? rest : Math.min(rest, length);
            if (wanted > cap) {
                throw place.expected("at most " + cap + " more bytes", wanted + " bytes");
            }
            return read(channel, Math.max(offset, 0), (int) wanted);
        } catch (IOException e) {
            throw place.expected("a readable file", String.valueOf(e.getMessage()));
        }
    }

    private static byte[] read(SeekableByteChannel channel, long offset, int length)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(offset);
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static Path resolve(Path folder, String wanted, Place place) {
        try {
            return folder.resolve(wanted).normalize();
        } catch (InvalidPathException _) {
            throw place.expected("a file name", Readable.text(wanted));
        }
    }
}
