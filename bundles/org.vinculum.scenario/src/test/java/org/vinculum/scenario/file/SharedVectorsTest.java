package org.vinculum.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.line.Step;

/// The scenarios that lie beside the repository are in the format that is read here.
class SharedVectorsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("vinculum.root", ".")).resolve("../shared/vectors");

    @Test
    void everySharedScenarioIsUnderstood() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no folder " + FOLDER);
        List<Line.Start> scenarios = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "*.jsonl")) {
            for (Path file : files) {
                scenarios.addAll(scenarios(InputFile.read(file)));
            }
        }
        assertThat(scenarios).hasSizeGreaterThan(200);
    }

    private static List<Line.Start> scenarios(InputFile file) {
        List<Line.Start> scenarios = new ArrayList<>();
        LineReader reader = new LineReader(file);
        for (Optional<Step> step = reader.next(); step.isPresent(); step = reader.next()) {
            if (step.get().line() instanceof Line.Start start) {
                scenarios.add(start);
            }
        }
        return scenarios;
    }
}
