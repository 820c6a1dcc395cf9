package org.vinculum.hypervisor.memory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/// Files for memory: gone when they are closed, gone with the process at the latest. They lie in memory where the system has
/// a folder for that which is large enough: on a disk, each page that is touched costs a block.
final class ScratchFile {
    /// The launcher's property for the folder of what nobody misses afterwards.
    private static final String FOLDER = "vinculum.scratch";

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private ScratchFile() {}

    /// An empty one, ours alone. Its name is no secret: a file that is there already is refused, not used.
    ///
    /// @param size in bytes, to which it may grow
    static FileChannel create(long size) throws IOException {
        String name =
                "vinculum-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".ram";
        return FileChannel.open(
                folder(size).resolve(name),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /// Where everything may be touched without running out of room, if there is such a folder; otherwise the roomiest.
    private static Path folder(long size) throws IOException {
        String given = System.getProperty(FOLDER);
        if (given != null) {
            return Path.of(given);
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        if (!Files.isWritable(SHARED_MEMORY)) {
            return temporary;
        }
        long room = Files.getFileStore(SHARED_MEMORY).getUsableSpace();
        return room >= size || room >= Files.getFileStore(temporary).getUsableSpace()
                ? SHARED_MEMORY
                : temporary;
    }
}
