package org.vinculum.scenario.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that are gone when they are closed. They lie in memory where the system has a folder for that: on a disk, each page
/// that is touched costs a block.
final class ScratchFile {
    /// The launcher's property for the folder of what nobody misses afterwards.
    private static final String FOLDER = "vinculum.scratch";

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private ScratchFile() {}

    /// An empty one, ours alone. Its name is no secret: a file that is there already is refused, not used.
    static FileChannel create() throws IOException {
        String name =
                "vinculum-"
                        + ProcessHandle.current().pid()
                        + "-"
                        + Long.toHexString(System.nanoTime())
                        + ".ram";
        return FileChannel.open(
                folder().resolve(name),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static Path folder() {
        String given = System.getProperty(FOLDER);
        if (given != null) {
            return Path.of(given);
        }
        return Files.isWritable(SHARED_MEMORY)
                ? SHARED_MEMORY
                : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
