package org.vinculum.commands.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.vinculum.commands.verb.UsageException;

/// Fills a folder whole or not at all: everything is on the disk, beside its place, before any of it can be seen there.
public final class WholeFolder {
    private WholeFolder() {}

    /// Makes the folder, or fills it when it is there and empty.
    ///
    /// @param files content by path below the folder, with `/` between the parts
    /// @throws UsageException when something is in the folder's place that is no empty folder
    /// @throws UnwritableOutputException when the system refuses; nothing has been changed then
    public static void fill(Path named, Map<String, byte[]> files) {
        Path folder = named.toAbsolutePath().normalize();
        try {
            if (!Files.exists(folder)) {
                make(folder, files);
            } else {
                refuseUnlessEmpty(named, folder);
                move(folder, files);
            }
        } catch (IOException e) {
            throw new UnwritableOutputException(named, e);
        }
    }

    private static void refuseUnlessEmpty(Path named, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(named + " is there already and no folder");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new UsageException(
                        named + " is not empty; give another folder, or one with nothing in it");
            }
        }
    }

    private static void make(Path folder, Map<String, byte[]> files) throws IOException {
        Path missing = firstMissing(folder);
        Path staged = hidden(missing.getParent());
        try {
            write(staged.resolve(missing.relativize(folder).toString()), files);
            Files.move(staged, missing, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(staged);
        }
    }

    private static Path firstMissing(Path folder) {
        Path missing = folder;
        while (!Files.exists(missing.getParent())) {
            missing = missing.getParent();
        }
        return missing;
    }

    // The folder itself stays, because somebody may be working in it.
    private static void move(Path folder, Map<String, byte[]> files) throws IOException {
        Path staged = hidden(folder);
        List<Path> moved = new ArrayList<>();
        try {
            write(staged, files);
            for (Path entry : entries(staged)) {
                Path target = folder.resolve(entry.getFileName());
                Files.move(entry, target, StandardCopyOption.ATOMIC_MOVE);
                moved.add(target);
            }
        } catch (IOException e) {
            for (Path entry : moved) {
                delete(entry);
            }
            throw e;
        } finally {
            delete(staged);
        }
    }

    private static Path hidden(Path parent) {
        return parent.resolve(
                "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".new");
    }

    private static void write(Path root, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            if (!path.normalize().startsWith(root)) {
                throw new IllegalArgumentException("not below the folder: " + file.getKey());
            }
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted().toList();
        }
    }

    // What cannot be deleted does no harm, and there is nobody to tell.
    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Replacement::deleteQuietly);
        }
    }
}
