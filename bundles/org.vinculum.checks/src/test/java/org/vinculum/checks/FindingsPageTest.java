package org.vinculum.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;

/// The page promises codes, severities and messages; all of it is held against the program.
class FindingsPageTest {
    // remarks on a configuration and on what is made of it are no findings of `check`
    private static final Set<String> OTHER_SOURCES =
            Set.of(
                    "org.vinculum.toolstack",
                    "org.vinculum.binding",
                    "org/vinculum/acpi/iort/guest");

    private static final Pattern REPORTED =
            Pattern.compile("\\.(error|warning|note)\\(\\s*\"([a-z0-9-]+)\"");

    static List<FindingsPage.Section> sections() {
        return FindingsPage.sections();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void anExampleGivesWhatIsPrintedUnderIt(FindingsPage.Section section) {
        Report report =
                switch (section.language()) {
                    case SOURCE -> Report.of(section.source());
                    case BLOB -> Report.of(blob(section.source()));
                    case TABLE -> Report.ofTable(section.source());
                };

        assertThat(report.lines()).isEqualTo(section.lines());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void anExampleShowsTheCodeOfItsSection(FindingsPage.Section section) {
        assertThat(section.lines())
                .anyMatch(line -> line.startsWith(section.severity() + " " + section.code() + " "));
    }

    @Test
    void theReportThatThePageReadsIsWhatIsPrinted() {
        assertThat(Report.ofTable(FindingsPage.table()).lines()).isEqualTo(FindingsPage.report());
    }

    @Test
    void thePageHasEveryCodeOfTheSourcesWithItsSeverityAndNoOther() {
        Set<String> documented =
                sections().stream()
                        .map(s -> s.severity() + " " + s.code())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(reported());
    }

    private static Set<String> reported() {
        Set<String> reported = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FindingsPage.ROOT.resolve("bundles"))) {
            for (Path file : files.filter(FindingsPageTest::isSource).toList()) {
                Matcher matcher = REPORTED.matcher(Files.readString(file));
                while (matcher.find()) {
                    reported.add(matcher.group(1) + " " + matcher.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reported;
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java")
                && path.contains("src/main/")
                && OTHER_SOURCES.stream().noneMatch(path::contains);
    }

    // the source is compiled under a name of the same length, which the blob then exchanges
    private static InputFile blob(String source) {
        TreeCodec codec = new TreeCodec();
        byte[] compiled =
                codec.write(
                        codec.read(file("t.dts", source.replace("phandle", "xhandle"))),
                        TreeFormat.DTB);
        String bytes = new String(compiled, StandardCharsets.ISO_8859_1);
        return file("t.dtb", bytes.replace("xhandle", "phandle"));
    }

    private static InputFile file(String name, String content) {
        return InputFile.of(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
