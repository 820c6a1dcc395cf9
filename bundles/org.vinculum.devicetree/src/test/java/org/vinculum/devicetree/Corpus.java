package org.vinculum.devicetree;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Real blobs beside the clone, and hostile ones of our own; tests skip where the former are absent.
public final class Corpus {
    private static final Path SHARED =
            Path.of(System.getProperty("vinculum.root", "../.."), "..", "shared", "corpus");

    private Corpus() {}

    /// The blobs in `../shared/corpus/dtb` beside the clone.
    public static List<Path> blobs() {
        Path folder = SHARED.resolve("dtb");
        List<Path> blobs = filesIn(folder, ".dtb", ".dtbo");
        assumeTrue(!blobs.isEmpty(), "no device trees in " + folder);
        return blobs;
    }

    /// The hostile blobs of our test data, and those beside the clone where they are.
    public static List<Path> hostile() {
        List<Path> blobs = new ArrayList<>();
        try {
            blobs.addAll(filesIn(Path.of(Corpus.class.getResource("/hostile").toURI()), ".dtb"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        blobs.addAll(filesIn(SHARED.resolve("hostile/fdt"), ".dtb"));
        return blobs;
    }

    /// A blob of our own test data.
    public static byte[] resource(String name) {
        try (InputStream in = Corpus.class.getResourceAsStream("/hostile/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path folder, String... endings) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> List.of(endings).stream().anyMatch(f.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
