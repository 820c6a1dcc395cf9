package org.vinculum.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.checks.PlatformChecks;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Severity;
import org.vinculum.firmware.UnreadableInputException;

/// The table of verdicts in `docs/findings.md`, held against the files.
class HostileTablesTest {
    private static final Path FOLDER = Corpus.shared().resolve("hostile/iort");

    @Test
    void everyTableHasTheVerdictThatIsDocumented() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no hostile tables in " + FOLDER);
        Map<String, String> found = new TreeMap<>();
        for (Path file : files()) {
            found.put(name(file), verdict(file));
        }

        assertThat(found).isEqualTo(documented());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".dat")).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".dat", "");
    }

    private static String verdict(Path file) {
        List<Finding> findings = new ArrayList<>();
        try {
            Firmware firmware = new IortFirmwareReader().read(inputOrRefusal(file));
            findings.addAll(firmware.findings());
            findings.addAll(new PlatformChecks().check(firmware.platform()));
        } catch (UnreadableInputException _) {
            return "2 ";
        }
        TreeSet<String> codes = new TreeSet<>();
        for (Finding finding : findings) {
            if (finding.severity() != Severity.NOTE) {
                codes.add(finding.code());
            }
        }
        return (codes.isEmpty() ? 0 : 1) + " " + String.join(", ", codes);
    }

    // a file that no reader recognises is refused before anybody reads it
    private static InputFile inputOrRefusal(Path file) {
        InputFile input = InputFile.read(file);
        if (!new IortFirmwareReader().recognises(input)) {
            throw UnreadableInputException.of(file.toString(), "an IORT", "something else");
        }
        return input;
    }

    private static Map<String, String> documented() throws IOException {
        Path page = Path.of(System.getProperty("vinculum.root"), "docs/findings.md");
        String text = Files.readString(page);
        Map<String, String> verdicts = new TreeMap<>();
        int start = text.indexOf("\n## Verdicts over malformed tables");
        for (String line : text.substring(start).lines().toList()) {
            if (line.startsWith("| `")) {
                String[] cells = line.split(" *\\| *");
                String codes = cells[3].replace("`", "").replace("\u2014", "");
                verdicts.put(cells[1].replace("`", ""), cells[2] + " " + codes);
            }
        }
        return verdicts;
    }
}
