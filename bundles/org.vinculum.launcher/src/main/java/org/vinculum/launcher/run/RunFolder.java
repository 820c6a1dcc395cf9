package org.vinculum.launcher.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// The folder of one run, ours alone for as long as this is open.
final class RunFolder implements AutoCloseable {
    private static final Set<PosixFilePermission> OURS_ALONE =
            PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final FileChannel lock;

    private RunFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Makes what is missing, takes the lock and looks at the rights.
    ///
    /// @throws UnusableRunException when it is in use, or bundles could come from somebody else
    static RunFolder open(Path wanted) throws IOException {
        if (Files.exists(wanted) && !Files.isDirectory(wanted)) {
            throw new UnusableRunException(wanted + " is not a folder");
        }
        makeOurs(wanted);
        Path folder = wanted.toRealPath();
        RunFolder opened = new RunFolder(folder, lock(folder.resolve(".lock")));
        try {
            opened.prepare();
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void prepare() throws IOException {
        if (folder.toString().indexOf(',') >= 0) {
            throw new UnusableRunException(folder + ": FileInstall takes no folder with a comma");
        }
        makeOurs(deploy());
        refuseForeign(deploy());
        makeOurs(configuration());
        makeOurs(folder.resolve("guests"));
    }

    Path deploy() {
        return folder.resolve("deploy");
    }

    Path configuration() {
        return folder.resolve("etc");
    }

    Path storage() {
        return folder.resolve("storage");
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void makeOurs(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OURS_ALONE));
        }
    }

    // The lock file is ours, so its owner is what "ours" means.
    private void refuseForeign(Path path) throws IOException {
        PosixFileAttributes found = attributes(path);
        EnumSet<PosixFilePermission> others = EnumSet.copyOf(found.permissions());
        others.removeAll(OURS_ALONE);
        if (!found.isDirectory()
                || !others.isEmpty()
                || !found.owner().equals(attributes(folder.resolve(".lock")).owner())) {
            throw new UnusableRunException(
                    path
                            + ": expected a folder of yours with mode 0700, because what lies there"
                            + " is run; found "
                            + (found.isDirectory() ? "a folder" : "no folder")
                            + " of "
                            + found.owner().getName()
                            + " with "
                            + PosixFilePermissions.toString(found.permissions()));
        }
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            String owner = Files.readString(file).strip();
            channel.close();
            throw new UnusableRunException(
                    file.getParent() + " is in use by another run, process " + owner);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(
                        (ProcessHandle.current().pid() + "\n")
                                .getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
