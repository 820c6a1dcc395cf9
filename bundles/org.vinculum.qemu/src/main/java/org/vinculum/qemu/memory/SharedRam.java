package org.vinculum.qemu.memory;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.vinculum.memory.Ram;

/// The RAM of a guest in a file that QEMU maps too, so that what one side writes the other one sees.
///
/// Nobody may use the RAM once this is closed.
public final class SharedRam implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final Arena arena;
    private final Ram ram;

    /// Makes the file, full of zeros, readable by its owner alone.
    ///
    /// @param path where nothing is yet
    /// @param start guest physical, as [Ram] wants it
    /// @param size in bytes, as [Ram] wants it; there should be room for it
    public SharedRam(Path path, long start, long size) throws IOException {
        this.path = path;
        this.arena = Arena.ofShared();
        try (FileChannel file = FileChannel.open(path, Set.of(CREATE_NEW, READ, WRITE), OURS)) {
            ram = new Ram(start, map(file, size));
        } catch (FileAlreadyExistsException e) {
            arena.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private MemorySegment map(FileChannel file, long size) throws IOException {
        file.write(ByteBuffer.allocate(1), size - 1);
        return file.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
    }

    /// All of it.
    public Ram ram() {
        return ram;
    }

    public Path path() {
        return path;
    }

    /// Takes it away; what QEMU has mapped stays with QEMU.
    @Override
    public void close() throws IOException {
        arena.close();
        Files.deleteIfExists(path);
    }
}
