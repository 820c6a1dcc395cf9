package org.vinculum.launcher.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What to install for a feature, in order: compiled from its JSON when the distribution is made, so that a start
/// parses no JSON.
public record InstallList(List<Entry> entries) {
    /// @param startLevel OSGi Core 8, 9; orders the noise of a start, never its correctness
    /// @param digest of the jar's bytes, SHA-256 in hexadecimal
    /// @param file its name in the folder `bundles`
    public record Entry(int startLevel, String digest, String file) {}

    public InstallList {
        entries = List.copyOf(entries);
    }

    /// @param lines `START-LEVEL DIGEST FILE`
    public static InstallList parse(List<String> lines) {
        List<Entry> entries = new ArrayList<>(lines.size());
        for (String line : lines) {
            int first = line.indexOf(' ');
            int second = line.indexOf(' ', first + 1);
            if (first < 0 || second < 0) {
                throw new IllegalArgumentException("not an install list: " + line);
            }
            entries.add(
                    new Entry(
                            Integer.parseInt(line, 0, first, 10),
                            line.substring(first + 1, second),
                            line.substring(second + 1)));
        }
        return new InstallList(entries);
    }

    /// Both, each file once, where it comes first.
    public InstallList and(InstallList other) {
        Map<String, Entry> all = new LinkedHashMap<>();
        for (Entry entry : entries) {
            all.put(entry.file(), entry);
        }
        for (Entry entry : other.entries) {
            all.putIfAbsent(entry.file(), entry);
        }
        return new InstallList(List.copyOf(all.values()));
    }
}
