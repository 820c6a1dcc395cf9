package org.vinculum.acpi.iort.table.iasl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `iasl -d` lists of a table.
final class Listing {
    /// As in `[0F0h 0240   4]   Input base : 00000000`.
    private static final Pattern LINE =
            Pattern.compile("\\[([0-9A-F]+)h \\d+ +(\\d+)] +(.+?) : (.*)");

    private static final Pattern QUOTED = Pattern.compile("(\"[^\"]*\").*");

    /// What has no value of its own: parts that are listed one by one, and what no field says.
    private static final Set<String> NO_FIELDS =
            Set.of("Memory Properties", "Padding", "Optional Padding");

    private Listing() {}

    /// The fields in the order of the listing. Skips the test when iasl is not installed.
    static List<Field> of(byte[] table, Path folder) {
        assumeTrue(isInstalled(), "no iasl (Debian: acpica-tools)");
        try {
            Path file = Files.write(folder.resolve("table.dat"), table);
            run("iasl", "-p", folder.resolve("table").toString(), "-d", file.toString());
            return parse(
                    Files.readString(folder.resolve("table.dsl"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Field> parse(String text) {
        List<Field> fields = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && !NO_FIELDS.contains(matcher.group(3))) {
                fields.add(
                        new Field(
                                Long.parseLong(matcher.group(1), 16),
                                Integer.parseInt(matcher.group(2)),
                                value(matcher.group(4))));
            }
        }
        return disjoint(fields);
    }

    /// Without fields that a later one overlaps: iasl takes every root complex for one of revision 1 and lists the first
    /// mapping of one of revision 0 twice, as address limit and reserved bytes, and as what it is.
    private static List<Field> disjoint(List<Field> fields) {
        List<Field> disjoint = new ArrayList<>();
        long from = Long.MAX_VALUE;
        for (Field field : fields.reversed()) {
            if (field.offset() + field.length() <= from) {
                disjoint.addFirst(field);
                from = field.offset();
            }
        }
        return disjoint;
    }

    private static String value(String text) {
        Matcher quoted = QUOTED.matcher(text);
        return quoted.matches()
                ? quoted.group(1)
                : Long.toHexString(Long.parseUnsignedLong(text.split(" ")[0], 16));
    }

    private static boolean isInstalled() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(folder, "iasl"))) {
                return true;
            }
        }
        return false;
    }

    private static void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
