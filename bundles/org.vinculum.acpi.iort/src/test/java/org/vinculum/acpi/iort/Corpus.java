package org.vinculum.acpi.iort;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Shipping and hostile tables beside the clone; tests skip where they are absent.
public final class Corpus {
    private static final Path SHARED =
            Path.of(System.getProperty("vinculum.root", "../.."), "..", "shared", "corpus");

    private Corpus() {}

    /// The tables of real machines in `../shared/corpus/iort`.
    public static List<Path> tables() {
        return tablesIn(SHARED.resolve("iort"));
    }

    /// The broken and odd tables in `../shared/corpus/hostile/iort`.
    public static List<Path> hostile() {
        return tablesIn(SHARED.resolve("hostile/iort"));
    }

    private static List<Path> tablesIn(Path folder) {
        assumeTrue(Files.isDirectory(folder), "no tables in " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dat")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
