package org.vinculum.acpi.iort.table.iasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.acpi.iort.Corpus;
import org.vinculum.acpi.iort.table.IortReader;
import org.vinculum.firmware.InputFile;

/// Shipping tables, field by field against iasl.
class IaslCorpusTest {
    /// Made to be wrong: its ITS group declares 128 mappings, and iasl lists the rest of the table as such.
    private static final String LEADS_IASL_ASTRAY = "fwts_iort-0002.dat";

    @TempDir Path folder;

    @Test
    void iaslListsTheFieldsOfTheModelWithTheirPlacesAndTheirValues() throws IOException {
        int compared = 0;
        for (Path file : Corpus.tables()) {
            if (!file.endsWith(LEADS_IASL_ASTRAY)) {
                List<Field> model = ModelFields.of(IortReader.read(InputFile.read(file)));
                List<Field> listed = Listing.of(Files.readAllBytes(file), folder);
                assertThat(model).as(file.toString()).containsExactlyInAnyOrderElementsOf(listed);
                compared += listed.size();
            }
        }
        System.out.println("fields of shipping tables compared with iasl: " + compared);
    }
}
