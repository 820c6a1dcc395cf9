package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.Corpus;
import org.vinculum.firmware.UnreadableInputException;

/// Shipping and hostile tables, each damaged hundreds of times.
class DamagedCorpusTest {
    private static final int MUTANTS_OF_EACH = 300;

    @Test
    void aMutantIsReadWithoutLossOrRefused() throws IOException {
        List<Path> files =
                Stream.concat(Corpus.tables().stream(), Corpus.hostile().stream()).toList();
        int read = 0;
        for (Path file : files) {
            byte[] table = Files.readAllBytes(file);
            for (int seed = 0; seed < MUTANTS_OF_EACH; seed++) {
                byte[] mutant = new Mutations(seed).mutate(table);
                read += isRead(mutant, file + ", seed " + seed) ? 1 : 0;
            }
        }
        assertThat(read).isGreaterThan(files.size() * MUTANTS_OF_EACH / 10);
    }

    private static boolean isRead(byte[] mutant, String mutation) {
        try {
            assertThat(IortWriter.write(TableOf.read(mutant))).as(mutation).isEqualTo(mutant);
            return true;
        } catch (UnreadableInputException e) {
            return false;
        }
    }
}
