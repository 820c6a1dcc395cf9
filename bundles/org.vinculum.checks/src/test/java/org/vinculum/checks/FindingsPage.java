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

    /// What an example is written in, by the word behind the fence.
    enum Language {
        /// Device-tree source.
        SOURCE("dts"),
        /// Device-tree source that a compiler refuses and only a blob can hold.
        BLOB("dts blob"),
        /// A table as `iort encode` takes it.
        TABLE("json");

        private final String fence;

        Language(String word) {
            this.fence = "```" + word + "\n";
        }
    }

    record Section(
            String code, String severity, Language language, String source, List<String> lines) {
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

    /// The table that the page reads with its reader, as `iort encode` takes it.
    static String table() {
        return between(reportPart(), Language.TABLE.fence, "```");
    }

    /// What `check` prints about [#table()].
    static List<String> report() {
        return between(reportPart(), "```text\n", "```").lines().toList();
    }

    private static String reportPart() {
        return between(text(), "\n## A report and how to read it\n", "\n## ");
    }

    private static Section section(String part) {
        String heading = part.substring(0, part.indexOf('\n'));
        Language language = language(part);
        return new Section(
                between(heading, "`", "`"),
                between(heading, "(", ")"),
                language,
                between(part, language.fence, "```"),
                between(part, "```text\n", "```").lines().toList());
    }

    private static Language language(String part) {
        for (Language language : Language.values()) {
            if (part.contains(language.fence)) {
                return language;
            }
        }
        throw new IllegalStateException("no example in: " + part);
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
