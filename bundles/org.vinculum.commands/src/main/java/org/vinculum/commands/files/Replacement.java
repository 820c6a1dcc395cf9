package org.vinculum.commands.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/// One file on its way to replace another: the new content and the old one lie beside the target under names of their
/// own until it is decided which of them stays.
final class Replacement {
    private final Path target;
    private final Path fresh;
    private final Path old;
    private boolean committed;

    private Replacement(Path target) {
        this.target = target;
        String suffix = "." + Long.toHexString(ThreadLocalRandom.current().nextLong());
        this.fresh = target.resolveSibling("." + target.getFileName() + suffix + ".new");
        this.old = target.resolveSibling("." + target.getFileName() + suffix + ".old");
    }

    /// Writes the new content beside the target, or beside the file that a link leads to.
    static Replacement stage(Path named, byte[] content) throws IOException {
        Path target =
                Files.isSymbolicLink(named) && Files.exists(named) ? named.toRealPath() : named;
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "it is a folder");
        }
        Replacement replacement = new Replacement(target);
        try {
            Files.write(replacement.fresh, content, CREATE_NEW, WRITE);
        } catch (IOException e) {
            replacement.close();
            throw e;
        }
        return replacement;
    }

    /// Lets the new content grow.
    OutputStream append() throws IOException {
        return Files.newOutputStream(fresh, WRITE);
    }

    Path target() {
        return target;
    }

    /// Makes sure that [#rollBack] can bring the old content back.
    void keepOld() throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try {
            Files.createLink(old, target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(target, old);
        }
    }

    void commit() throws IOException {
        Files.move(fresh, target, ATOMIC_MOVE, REPLACE_EXISTING);
        committed = true;
    }

    void rollBack() {
        if (!committed) {
            return;
        }
        try {
            if (Files.exists(old)) {
                Files.move(old, target, ATOMIC_MOVE, REPLACE_EXISTING);
            } else {
                Files.delete(target);
            }
        } catch (IOException e) {
            // The first failure is the one the user hears of.
            committed = true;
        }
    }

    /// Removes what is left beside the target.
    void close() {
        deleteQuietly(fresh);
        deleteQuietly(old);
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A leftover beside the target does no harm, and there is nobody to tell.
            return;
        }
    }
}
