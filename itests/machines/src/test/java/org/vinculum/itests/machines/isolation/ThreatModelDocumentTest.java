package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The threat model promises a test for each attack: they have to be there.
class ThreatModelDocumentTest {
    private static final Path ROOT = Path.of(System.getProperty("vinculum.root"));
    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests?)`");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/threat-model.md"));
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new HashSet<>();
        for (String folder : List.of("bundles", "itests")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.replace(".java", "")));
            }
        }
        return names;
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String line : lines()) {
            Matcher matcher = NAMED.matcher(line);
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }

        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(tests());
    }

    @Test
    void everyAttackHasATest() throws IOException {
        List<String> lines = lines();
        int first = lines.indexOf("| attack | defence | tests that fail without it |") + 2;
        int attacks = 0;
        while (lines.get(first + attacks).startsWith("|")) {
            String line = lines.get(first + attacks);
            assertThat(line).matches(".*\\|[^|]*`\\w+Tests?`[^|]*\\|");
            attacks++;
        }

        assertThat(attacks).isGreaterThan(15);
    }
}
