package org.vinculum.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the real device trees are: Debian's, fetched by `fetch-debian-trees`, and those beside the clone.
final class Corpus {
    private Corpus() {}

    /// The folder that `fetch-debian-trees` filled: `-Dvinculum.corpus=DIR` or the environment's `VINCULUM_CORPUS`.
    static Optional<Path> debian() {
        String given = System.getProperty("vinculum.corpus", System.getenv("VINCULUM_CORPUS"));
        return Optional.ofNullable(given)
                .filter(g -> !g.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    /// Debian's folder, or the test is skipped.
    static Path debianOrSkip() {
        assumeTrue(
                debian().isPresent(),
                "no Debian trees: fill DIR with itests/corpus/fetch-debian-trees DIR and set"
                        + " VINCULUM_CORPUS=DIR");
        return debian().get();
    }

    /// Every real `.dtb` and `.dtbo` there is, in a fixed order; skips the test when there is none.
    static List<Path> trees() {
        List<Path> trees = new ArrayList<>();
        debian().ifPresent(dir -> trees.addAll(blobsBelow(dir.resolve("trees"))));
        trees.addAll(blobsBelow(shared().resolve("dtb")));
        assumeTrue(
                !trees.isEmpty(),
                "no device trees: neither VINCULUM_CORPUS nor the shared folder beside the clone");
        return trees;
    }

    /// The material beside the clone; may be absent.
    static Path shared() {
        return Path.of(System.getProperty("vinculum.root")).resolveSibling("shared/corpus");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fails with the first few names, because a list of thousands helps nobody.
    static void assertNone(List<String> faults, String what) {
        assertThat(faults.size() > 20 ? faults.subList(0, 20) : faults)
                .as("%d %s", faults.size(), what)
                .isEmpty();
    }

    private static List<Path> blobsBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Corpus::isBlob).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBlob(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".dtb") || name.endsWith(".dtbo");
    }
}
