package org.vinculum.metrics.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/metrics.md` names every meter, and no other.
class MetricsDocumentTests {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("vinculum.root"), "docs", "metrics.md");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `vinculum.") && line.contains("` | `vinculum_"))
                .toList();
    }

    private static Stream<String> expected(Meaning<?> meaning) {
        String prometheus = meaning.name().replace('.', '_');
        if (meaning.unit() != null) {
            prometheus += "_" + meaning.unit();
        }
        return Stream.of(
                "| `"
                        + meaning.name()
                        + "` | `"
                        + prometheus
                        + (meaning.counter() ? "_total` | counter |" : "` | gauge |"));
    }

    @Test
    void everyMeterHasItsRow() throws IOException {
        List<String> rows = rows();
        List<String> expected =
                Stream.concat(VirtualIommuMeters.ALL.stream(), SmmuMeters.ALL.stream())
                        .flatMap(MetricsDocumentTests::expected)
                        .toList();

        assertThat(expected)
                .allSatisfy(start -> assertThat(rows).anyMatch(row -> row.startsWith(start)));
        assertThat(rows).hasSize(expected.size() + 1);
        assertThat(rows).anyMatch(row -> row.startsWith("| `" + MachineMeters.DOMAINS + "` |"));
    }
}
