package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.vinculum.acpi.iort.table.IortReader;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Tables for tests, and their way through JSON.
final class Tables {
    private Tables() {}

    /// The readable tables of the shared corpus, shipping and hostile; the test is skipped without it.
    static List<Path> corpus() {
        Path shared = Path.of(System.getProperty("vinculum.root"), "..", "shared", "corpus");
        Assumptions.assumeTrue(
                Files.isDirectory(shared.resolve("iort")), "no tables in ../shared/corpus/iort");
        List<Path> readable = new ArrayList<>();
        for (String folder : List.of("iort", "hostile/iort")) {
            try (Stream<Path> files = Files.list(shared.resolve(folder))) {
                files.filter(Tables::isReadable).sorted().forEach(readable::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return readable;
    }

    private static boolean isReadable(Path file) {
        if (!file.toString().endsWith(".dat")) {
            return false;
        }
        try {
            IortReader.read(InputFile.read(file));
            return true;
        } catch (UnreadableInputException e) {
            return false;
        }
    }

    static byte[] bytes(Path file) {
        return InputFile.read(file).content();
    }

    static Iort read(byte[] table) {
        return IortReader.read(InputFile.of("t", table));
    }

    static String json(Iort table) {
        return new String(IortJsonWriter.write(table), StandardCharsets.US_ASCII);
    }

    static Iort fromJson(String json) {
        return IortJsonReader.read(InputFile.of("t.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] throughJson(byte[] table) {
        return IortWriter.write(fromJson(json(read(table))));
    }
}
