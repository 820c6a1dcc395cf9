package org.vinculum.launcher.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder that nobody misses afterwards.
public final class ThrowAwayFolder {
    private static final String PARENT = "vinculum.scratch";

    private ThrowAwayFolder() {}

    /// A new one, ours alone, in the folder that the system property `vinculum.scratch` names, or else among the
    /// temporary files. Its name is no secret: a folder that is there already is refused, not used, and asking
    /// for a random name would start the security providers, 10 ms of every run.
    public static Path create() throws IOException {
        Path folder =
                Path.of(
                        System.getProperty(PARENT, System.getProperty("java.io.tmpdir")),
                        "vinculum-"
                                + ProcessHandle.current().pid()
                                + "-"
                                + Long.toHexString(System.nanoTime()));
        return Files.createDirectory(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// Deletes it with all that is in it, as far as that is possible.
    public static void delete(Path folder) {
        delete(folder.toFile());
    }

    // As deep as a framework's storage, which is ours: no input decides it.
    private static boolean delete(File file) {
        File[] children = file.listFiles();
        if (children != null) {
            for (File child : children) {
                delete(child);
            }
        }
        return file.delete();
    }
}
