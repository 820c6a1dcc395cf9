package org.vinculum.machine.guests;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vinculum.binding.OutputFile;
import org.vinculum.firmware.InputFile;

/// What is written beside a guest's file: the folder `NAME.out` with everything `bind` writes, all of it or none, and
/// `NAME.refused.txt` while the guest is not as its file says.
final class FilesOfGuest {
    private static final String RECORD = "binding.json";

    private final Path out;
    private final Path fresh;
    private final Path old;
    private final Path refused;

    FilesOfGuest(Path folder, String name) {
        out = folder.resolve(name + ".out");
        fresh = folder.resolve("." + name + ".out.new");
        old = folder.resolve("." + name + ".out.old");
        refused = folder.resolve(name + ".refused.txt");
    }

    /// The binding written last, whose IDs are to be kept.
    Optional<InputFile> previous() throws IOException {
        recover();
        Path file = out.resolve(RECORD);
        return Files.isDirectory(out, LinkOption.NOFOLLOW_LINKS)
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(named(InputFile.read(file)))
                : Optional.empty();
    }

    private InputFile named(InputFile file) {
        return new InputFile(out.getFileName() + "/" + RECORD, file.content(), file.folder());
    }

    // A run may have ended between the two moves of commit().
    private void recover() throws IOException {
        if (exists(old) && !exists(out)) {
            Files.move(old, out, ATOMIC_MOVE);
        }
    }

    /// Writes files where nobody looks.
    ///
    /// @throws IOException when they cannot be written; nothing is left then
    void stage(List<OutputFile> files) throws IOException {
        if (exists(out) && !Files.isDirectory(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(out.getFileName() + " is in the way, which is no folder");
        }
        try {
            delete(fresh);
            Files.createDirectory(fresh);
            for (OutputFile file : files) {
                Path target = fresh.resolve(file.name());
                if (!fresh.equals(target.getParent())) {
                    throw new IOException("'" + file.name() + "' is no plain name");
                }
                Files.write(target, file.content());
            }
        } catch (IOException e) {
            discard();
            throw e;
        }
    }

    /// Puts what was staged in the place of what was there.
    void commit() throws IOException {
        delete(old);
        if (exists(out)) {
            Files.move(out, old, ATOMIC_MOVE);
        }
        Files.move(fresh, out, ATOMIC_MOVE);
        delete(old);
    }

    /// Forgets what was staged.
    void discard() {
        deleteQuietly(fresh);
    }

    /// Says why the guest is not as its file says.
    void refuse(List<String> lines) throws IOException {
        Path draft = refused.resolveSibling("." + refused.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.write(draft, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(draft, refused, ATOMIC_MOVE);
    }

    /// It is as its file says again.
    void mended() throws IOException {
        Files.deleteIfExists(refused);
    }

    /// The guest is gone, and what was written of it goes too.
    void forget() {
        deleteQuietly(fresh);
        deleteQuietly(old);
        if (Files.isDirectory(out, LinkOption.NOFOLLOW_LINKS)) {
            deleteQuietly(out);
        }
        deleteQuietly(refused);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void deleteQuietly(Path path) {
        try {
            delete(path);
        } catch (IOException e) {
            // What is left over does no harm, and the next guest of that name tries again.
            return;
        }
    }

    // Links are deleted, never followed.
    private static void delete(Path path) throws IOException {
        if (!exists(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(path)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path part : all) {
            Files.delete(part);
        }
    }
}
