package org.vinculum.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Severity;
import org.vinculum.firmware.UnreadableInputException;

/// Verdicts over malformed blobs, frozen: a change here is a change of what users are told.
class HostileTreesTest {
    private static final String UNREADABLE = "unreadable";
    private static final String CLEAN = "clean";

    private static final Map<String, String> READABLE =
            Map.of(
                    "ok-nops.dtb", CLEAN,
                    "ok-trailing-pad.dtb", CLEAN,
                    "p-phandle-0.dtb", "phandle-invalid",
                    "p-phandle-dup.dtb", "phandle-duplicate",
                    "p-phandle-len2.dtb", "phandle-invalid",
                    "s-data-after-end.dtb", CLEAN,
                    "s-depth-64.dtb", CLEAN,
                    "s-named-root.dtb", CLEAN);

    /// Blobs that may pass: they are only unusual.
    private static final List<String> UNUSUAL =
            List.of(
                    "h-version-99-compat16",
                    "s-depth-60",
                    "s-depth-64",
                    "s-nonzero-padding",
                    "s-nop-flood-1M",
                    "s-data-after-end",
                    "s-named-root");

    @Test
    void everyBlobHasItsVerdict() throws IOException, URISyntaxException {
        Path folder = Path.of(HostileTreesTest.class.getResource("/hostile").toURI());
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (Path blob : blobs(folder)) {
            String name = blob.getFileName().toString();
            expected.put(name, READABLE.getOrDefault(name, UNREADABLE));
            found.put(name, verdict(blob));
        }

        assertThat(found).hasSize(34).isEqualTo(expected);
    }

    @Test
    void noBrokenBlobBesideTheClonePasses() throws IOException {
        Path folder = FindingsPage.ROOT.resolve("../shared/corpus/hostile/fdt");
        assumeTrue(Files.isDirectory(folder), "no hostile device trees in " + folder);

        for (Path blob : blobs(folder)) {
            String name = blob.getFileName().toString().replace(".dtb", "");
            boolean mayPass = name.startsWith("ok-") || UNUSUAL.contains(name);
            assertThat(mayPass || !verdict(blob).equals(CLEAN)).as(name).isTrue();
        }
    }

    private static String verdict(Path blob) {
        try {
            Report report = Report.of(InputFile.read(blob));
            boolean bad = report.findings().stream().anyMatch(f -> f.severity() != Severity.NOTE);
            return bad ? String.join(" ", report.codes()) : CLEAN;
        } catch (UnreadableInputException _) {
            return UNREADABLE;
        }
    }

    private static List<Path> blobs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
