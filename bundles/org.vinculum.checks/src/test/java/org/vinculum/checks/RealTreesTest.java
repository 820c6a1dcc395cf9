package org.vinculum.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;

/// Trees that ship and boot are not told that they cannot work.
class RealTreesTest {
    private static Path folder() {
        String downloaded = System.getenv("VINCULUM_DT_CORPUS");
        return downloaded == null
                ? FindingsPage.ROOT.resolve("../shared/corpus/dtb")
                : Path.of(downloaded);
    }

    private static List<Path> blobs() throws IOException {
        Path folder = folder();
        assumeTrue(Files.isDirectory(folder), "no device trees in " + folder);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".dtb")).sorted().toList();
        }
    }

    /// What is told of them is wrong with them: the interrupt maps of ipq8074 and ipq6018 boards have entries a cell short.
    @Test
    void noShippingTreeHasAnErrorBesideTheKnownOnes() throws IOException {
        for (Path blob : blobs()) {
            String name = blob.getFileName().toString();
            boolean known = name.contains("ipq8074-") || name.contains("ipq6018-");
            assertThat(Report.of(InputFile.read(blob)).lines())
                    .as(name)
                    .allMatch(line ->
                            !line.startsWith("error")
                                    || known && line.contains(":interrupt-map: "));
        }
    }

    @Test
    void fewShippingTreesHaveAWarning() throws IOException {
        List<Path> blobs = blobs();
        long warned = 0;
        for (Path blob : blobs) {
            List<String> lines = Report.of(InputFile.read(blob)).lines();
            warned += lines.stream().anyMatch(line -> line.startsWith("warning")) ? 1 : 0;
        }

        assertThat(warned).isLessThanOrEqualTo(1 + blobs.size() / 20);
    }
}
