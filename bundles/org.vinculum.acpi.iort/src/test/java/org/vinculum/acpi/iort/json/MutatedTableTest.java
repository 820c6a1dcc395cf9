package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.firmware.UnreadableInputException;

/// Whatever a table says, JSON keeps every byte of it, as long as it can be read.
class MutatedTableTest {
    private static final int MUTANTS = 3000;
    private static final int MUTANTS_OF_EACH = 60;
    private static final int MAX_LENGTH = 8192;

    private final long seed = new SplittableRandom().nextLong();
    private final SplittableRandom random = new SplittableRandom(seed);
    private int readable;

    @Test
    void aTableWithEverythingComesBackFromJsonHoweverItIsMutated() {
        // with as many nodes as there are
        String document = EverythingTest.DOCUMENT.replace("\"nodeCount\": 10", "\"nodeCount\": 9");

        assertMutantsComeBack(IortWriter.write(Tables.fromJson(document)), MUTANTS);

        assertThat(readable).as("seed " + seed).isBetween(MUTANTS / 2, MUTANTS - 1);
    }

    @Test
    void shippingAndHostileTablesComeBackFromJsonHoweverTheyAreMutated() {
        for (var file : Tables.corpus()) {
            byte[] table = Tables.bytes(file);
            if (table.length < MAX_LENGTH) {
                assertMutantsComeBack(table, MUTANTS_OF_EACH);
            }
        }

        assertThat(readable).as("seed " + seed).isPositive();
    }

    private void assertMutantsComeBack(byte[] table, int mutants) {
        for (int i = 0; i < mutants; i++) {
            byte[] mutant = mutated(table);
            if (isReadable(mutant)) {
                readable++;
                assertThat(Tables.throughJson(mutant)).as("seed " + seed).isEqualTo(mutant);
            }
        }
    }

    private static boolean isReadable(byte[] table) {
        try {
            Tables.read(table);
            return true;
        } catch (UnreadableInputException e) {
            return false;
        }
    }

    private byte[] mutated(byte[] table) {
        byte[] mutant = table.clone();
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            int value = random.nextBoolean() ? random.nextInt(256) : random.nextInt(80);
            mutant[random.nextInt(4, mutant.length)] = (byte) value;
        }
        return mutant;
    }
}
