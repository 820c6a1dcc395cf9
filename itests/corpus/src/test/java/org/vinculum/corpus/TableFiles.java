package org.vinculum.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// IORT tables beside the clone: those of real machines, and those made to do harm.
final class TableFiles {
    private TableFiles() {}

    /// Skips the test when there are none.
    static List<Path> shipping() {
        return in(Corpus.shared().resolve("iort"));
    }

    /// Skips the test when there are none.
    static List<Path> hostile() {
        return in(Corpus.shared().resolve("hostile/iort"));
    }

    private static List<Path> in(Path folder) {
        assumeTrue(Files.isDirectory(folder), "no tables: " + folder + " is absent");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dat")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
