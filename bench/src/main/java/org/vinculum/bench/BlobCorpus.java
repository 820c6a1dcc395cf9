package org.vinculum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vinculum.firmware.InputFile;

/// The blobs in the folder that the system property `bench.corpus` names, sorted by path.
final class BlobCorpus {
    private BlobCorpus() {}

    static List<InputFile> files() {
        Path folder = Path.of(System.getProperty("bench.corpus"));
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(BlobCorpus::isBlob).sorted().map(InputFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBlob(Path path) {
        return path.toString().endsWith(".dtb") || path.toString().endsWith(".dtbo");
    }
}
