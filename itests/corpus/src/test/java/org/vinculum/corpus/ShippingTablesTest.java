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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.checks.PlatformChecks;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Severity;

/// What is found in tables that machines boot with, and in two that were made for the tests of fwts.
class ShippingTablesTest {
    private static final Path FOLDER = Corpus.shared().resolve("iort");

    /// Tables made of zeros or of nonsense, not of hardware.
    private static final List<String> MADE_UP = List.of("fwts_", "iasl-template");

    @BeforeEach
    void needsTheTables() {
        assumeTrue(Files.isDirectory(FOLDER), "no tables in " + FOLDER);
    }

    @Test
    void tablesOfMachinesHaveNoErrorsThatKernelsDoNotSee() throws IOException {
        Map<String, String> errors = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (MADE_UP.stream().noneMatch(name::startsWith)) {
                check(file).stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .forEach(f -> errors.merge(name, f.code(), (a, b) -> a + " " + b));
            }
        }

        // an object name of five characters, \_SB.QSPI0
        assertThat(errors)
                .isEqualTo(
                        Map.of("aarch64-laptops_acer-aspire-1-acpi-iort.dat", "iort-name-invalid"));
    }

    @Test
    void noTableHasMoreFindingsThanAPersonReads() throws IOException {
        for (Path file : files()) {
            if (!file.getFileName().toString().startsWith("fwts_iort-0002")) {
                assertThat(check(file)).as(file.toString()).hasSizeLessThan(32);
            }
        }
    }

    @Test
    void emptyReferencesAreExplainedOnceForEachSmmu() throws IOException {
        List<Finding> findings =
                check(FOLDER.resolve("edk2-porting_Silicon-Qualcomm-msm8998-AcpiTables-IORT.dat"))
                        .stream()
                        .filter(f -> f.code().equals("iort-message-null"))
                        .toList();

        assertThat(findings).hasSize(6);
        assertThat(findings)
                .anyMatch(f -> f.message().startsWith("mappings 1 to 21 have no output reference"));
    }

    // fwts: node revisions, mappings of an ITS group, reserved fields and bits, CCA, models, and
    // mappings and identifiers that leave their node
    @Test
    void whateverFwtsSeesInItsBadTableIsSeen() throws IOException {
        assertThat(at(check(FOLDER.resolve("fwts_iort-0002.dat"))))
                .contains(
                        "IORT:0x30 iort-node-revision",
                        "IORT:0x30 iort-its-mapped",
                        "IORT:0x30 iort-array-beyond",
                        "IORT:0x50 iort-node-revision",
                        "IORT:0x50 iort-memory-attributes",
                        "IORT:0x50 iort-array-beyond",
                        "IORT:0x50 iort-reserved",
                        "IORT:0xa0 iort-node-revision",
                        "IORT:0xa0 iort-memory-attributes",
                        "IORT:0xa0 iort-array-beyond",
                        "IORT:0xa0 iort-reserved",
                        "IORT:0xe0 iort-node-revision",
                        "IORT:0xe0 iort-model-unknown",
                        "IORT:0xe0 iort-reserved",
                        "IORT:0x184 iort-model-generic",
                        "IORT:0x184 iort-reserved",
                        "IORT:0x1dc iort-node-revision",
                        "IORT:0x218 iort-node-revision",
                        "IORT:0x218 iort-reserved");
    }

    private static TreeSet<String> at(List<Finding> findings) {
        TreeSet<String> places = new TreeSet<>();
        findings.forEach(f -> places.add(f.place() + " " + f.code()));
        return places;
    }

    private static List<Finding> check(Path file) {
        Firmware firmware = new IortFirmwareReader().read(InputFile.read(file));
        List<Finding> findings = new ArrayList<>(firmware.findings());
        findings.addAll(new PlatformChecks().check(firmware.platform()));
        return findings;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".dat")).sorted().toList();
        }
    }
}
