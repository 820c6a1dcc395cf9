package org.vinculum.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `docs/findings.md`, read the way a person reads it: headings, examples, and what is printed about them.
final class FindingsPage {
    static final Path ROOT = Path.of(System.getProperty("vinculum.root", "../.."));

    /// @param blob whether the source is what a compiler refuses and only a blob can hold
    record Section(String code, String severity, boolean blob, String source, List<String> lines) {
        @Override
        public String toString() {
            return code;
        }
    }

    private FindingsPage() {}

    static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (String part : text().split("\n### ")) {
            if (part.startsWith("`")) {
                sections.add(section(part));
            }
        }
        return sections;
    }

    private static Section section(String part) {
        String heading = part.substring(0, part.indexOf('\n'));
        boolean blob = part.contains("```dts blob\n");
        return new Section(
                between(heading, "`", "`"),
                between(heading, "(", ")"),
                blob,
                between(part, blob ? "```dts blob\n" : "```dts\n", "```"),
                between(part, "```text\n", "```").lines().toList());
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String text() {
        try {
            return Files.readString(ROOT.resolve("docs/findings.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
