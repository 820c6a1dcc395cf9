package org.vinculum.smmu.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The fields of the architecture, one a line, as they were taken from its text; beside a clone of this repository or not.
record FieldTable(List<Line> lines) {
    static final Path FILE =
            Path.of(System.getProperty("vinculum.root"), "../shared/facts/smmu-fields.tsv");

    record Line(
            String section,
            String name,
            String offset,
            String width,
            String field,
            int hi,
            int lo) {
        boolean reserved() {
            return field.startsWith("RES");
        }

        static Line of(String line) {
            String[] cells = line.split("\t");
            return new Line(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[4],
                    Integer.parseInt(cells[5]),
                    Integer.parseInt(cells[6]));
        }
    }

    static FieldTable read() {
        try {
            return new FieldTable(Files.readAllLines(FILE).stream().skip(1).map(Line::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, List<Line>> sections() {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                Line::section, LinkedHashMap::new, Collectors.toList()));
    }

    /// `NAME [hi:lo]`, the name without what upper case and underscores make of it.
    static Set<String> plain(List<Line> lines) {
        return lines.stream()
                .filter(line -> !line.reserved())
                .map(line -> plain(line.field(), new Range(line.hi(), line.lo())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String plain(String name, Range range) {
        return name.replace("_", "").toUpperCase(Locale.ROOT)
                + " ["
                + range.hi()
                + ":"
                + range.lo()
                + "]";
    }

    record Range(int hi, int lo) {}
}
