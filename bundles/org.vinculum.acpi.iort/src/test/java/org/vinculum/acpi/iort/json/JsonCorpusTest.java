package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.firmware.UnreadableInputException;

/// Shipping and hostile tables through JSON and back.
class JsonCorpusTest {
    private static final int MUTANTS_OF_EACH = 100;
    private static final int MAX_LENGTH = 8192;

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

    @Test
    void mutatedTablesComeBackFromJsonByteForByte() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        var different = new TreeMap<String, byte[]>();
        int readable = 0;
        for (Path file : Tables.corpus()) {
            byte[] whole = Tables.bytes(file);
            for (int i = 0; whole.length < MAX_LENGTH && i < MUTANTS_OF_EACH; i++) {
                byte[] mutant = mutated(whole, random);
                try {
                    Tables.read(mutant);
                } catch (UnreadableInputException e) {
                    continue;
                }
                readable++;
                if (!Arrays.equals(Tables.throughJson(mutant), mutant)) {
                    different.put(file + " " + i, mutant);
                }
            }
        }
        assertThat(different).as("seed " + seed).isEmpty();
        assertThat(readable).as("seed " + seed).isPositive();
    }

    private static byte[] mutated(byte[] table, SplittableRandom random) {
        byte[] mutant = table.clone();
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            mutant[random.nextInt(4, mutant.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(80));
        }
        return mutant;
    }
}
