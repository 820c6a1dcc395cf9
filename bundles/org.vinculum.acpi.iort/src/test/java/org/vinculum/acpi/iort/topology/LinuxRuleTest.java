package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinuxRuleTest {
    private static final Path PAGE =
            Path.of(System.getProperty("vinculum.root", "../.."), "docs/findings.md");

    @ParameterizedTest
    @EnumSource
    void aRuleIsInTheDocumentedListWithItsFunctionAndItsCode(LinuxRule rule) throws IOException {
        assertThat(Files.readString(PAGE).lines())
                .anyMatch(line ->
                        line.startsWith("| ")
                                && line.contains("`" + rule.function() + "`")
                                && line.contains("`" + rule.code() + "`"));
    }
}
