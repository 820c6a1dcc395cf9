package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.table.Arrangement;

/// Shipping and hostile tables through JSON and back.
class JsonCorpusTest {
    @Test
    void everyReadableTableComesBackFromJsonByteForByte() {
        var different = new TreeSet<String>();
        for (Path file : Tables.corpus()) {
            if (!Arrays.equals(Tables.throughJson(Tables.bytes(file)), Tables.bytes(file))) {
                different.add(file.toString());
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void anArrangedTableSaysNothingOfItsLayout() {
        for (Path file : Tables.corpus()) {
            assertThat(arrangedJson(file))
                    .as(file.toString())
                    .doesNotContain("\"layout\"", "\"slack\"");
        }
    }

    private static String arrangedJson(Path file) {
        try {
            return Tables.json(Arrangement.of(Tables.read(Tables.bytes(file))));
        } catch (IllegalArgumentException tooLong) {
            return "";
        }
    }

    @Test
    void whatIsReadAgainIsTheSameTable() {
        for (Path file : Tables.corpus()) {
            var table = Tables.read(Tables.bytes(file));
            assertThat(Tables.json(Tables.fromJson(Tables.json(table))))
                    .as(file.toString())
                    .isEqualTo(Tables.json(table));
        }
    }
}
