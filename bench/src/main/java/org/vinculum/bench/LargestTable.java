package org.vinculum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.vinculum.firmware.InputFile;

/// The longest IORT table in the folder that the system property `bench.tables` names.
final class LargestTable {
    private LargestTable() {}

    static InputFile read() {
        Path folder = Path.of(System.getProperty("bench.tables"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dat"))
                    .map(InputFile::read)
                    .max(Comparator.comparingInt(table -> table.content().length))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
