package org.vinculum.qemu.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.vinculum.live.LiveGuestRefusedException;

/// The one folder with every file of a run: the guest's RAM, its tree, sockets. For its owner alone, and gone afterwards,
/// also when the JVM is asked to end.
public final class RunFolder implements AutoCloseable {
    private static final long SPARE = 64L << 20;

    // Of the 107 bytes that the path of a socket may have, unix(7), ours and the sockets' names
    // need the rest.
    private static final int LONGEST_PLACE = 50;

    private final Path path;
    private final Ending ending;

    private RunFolder(Path path) {
        this.path = path;
        this.ending = new Ending("vinculum-files-gone", this::deleteQuietly);
    }

    /// Makes one, in memory where there is room, else where temporary files belong.
    ///
    /// @param bytes that will be written to it
    /// @throws LiveGuestRefusedException when there is no room
    public static RunFolder create(long bytes) throws IOException {
        return create(bytes, List.of(Path.of("/dev/shm"), temporary()));
    }

    static RunFolder create(long bytes, List<Path> places) throws IOException {
        for (Path place : places) {
            if (hasRoom(place, bytes)) {
                return new RunFolder(
                        Files.createTempDirectory(
                                place,
                                "vinculum-guest-" + ProcessHandle.current().pid() + "-",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx------"))));
            }
        }
        throw new LiveGuestRefusedException(
                List.of(
                        "none of %s has room for %d MiB of the guest's RAM, and a path short enough for sockets"
                                .formatted(places, bytes >> 20)));
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", File.separator + "tmp"));
    }

    private static boolean hasRoom(Path place, long bytes) throws IOException {
        return place.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PLACE
                && Files.isDirectory(place)
                && Files.isWritable(place)
                && Files.getFileStore(place).getUsableSpace() - SPARE >= bytes;
    }

    public Path path() {
        return path;
    }

    /// @param name without separators
    public Path file(String name) {
        return path.resolve(name);
    }

    /// Deletes it with all that is in it; what is open or mapped stays of use. May be called again.
    @Override
    public void close() throws IOException {
        ending.cancel();
        delete();
    }

    private void delete() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }

    private void deleteQuietly() {
        try {
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
