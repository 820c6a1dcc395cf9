package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.firmware.UnreadableInputException;

/// Whatever a document says, it is read or told to be wrong at a place.
class MutatedJsonTest {
    private static final int MUTANTS = 4000;
    private static final List<String> SCALARS =
            List.of(
                    "0",
                    "-1",
                    "255",
                    "65535",
                    "4294967295",
                    "9223372036854775807",
                    "1e9",
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[[]]",
                    "\"\"",
                    "\"0x0\"",
                    "\"0xffffffff\"",
                    "\"0xffffffffffffffff\"",
                    "\"smmu@0xc8\"",
                    "\"iwb\"",
                    "\"" + "ff".repeat(70_000) + "\"");

    @Test
    void aMutantIsReadAndWrittenOrRefusedWithItsPlace() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutated(EverythingTest.DOCUMENT, random);
            try {
                assertThat(IortWriter.write(Tables.fromJson(mutant))).isNotEmpty();
                read++;
            } catch (UnreadableInputException refused) {
                assertThat(refused.getMessage()).startsWith("t.json:");
            } catch (RuntimeException | StackOverflowError failure) {
                throw new AssertionError("seed " + seed + ", mutant " + i, failure);
            }
        }
        assertThat(read).as("seed " + seed).isBetween(1, MUTANTS - 1);
    }

    private static String mutated(String document, SplittableRandom random) {
        String mutant = document;
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            mutant = random.nextInt(4) == 0 ? changed(mutant, random) : replaced(mutant, random);
        }
        return mutant;
    }

    /// One character taken out, doubled or made another.
    private static String changed(String text, SplittableRandom random) {
        int at = random.nextInt(text.length());
        String middle =
                switch (random.nextInt(3)) {
                    case 0 -> "";
                    case 1 -> text.substring(at, at + 1).repeat(2);
                    default -> String.valueOf((char) random.nextInt(1, 128));
                };
        return text.substring(0, at) + middle + text.substring(at + 1);
    }

    /// The value of one member made another.
    private static String replaced(String text, SplittableRandom random) {
        int colon = text.indexOf("\": ", random.nextInt(text.length()));
        if (colon < 0) {
            return text;
        }
        int start = colon + 3;
        int end = start;
        while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String value = SCALARS.get(random.nextInt(SCALARS.size()));
        return text.substring(0, start) + value + text.substring(end);
    }
}
