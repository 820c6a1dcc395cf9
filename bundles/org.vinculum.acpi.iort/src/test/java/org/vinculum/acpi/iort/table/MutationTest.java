package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.Iort;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Thousands of damaged tables: each is read without a loss or refused with place, expected and found.
class MutationTest {
    private static final int MUTANTS = 20_000;
    private static final byte[] TABLE = IortWriter.write(Arrangement.of(Samples.everyType()));

    @Test
    void aMutantIsReadWithoutLossOrRefusedWithAReason() {
        int read = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            if (isRead(new Mutations(seed).mutate(TABLE), "seed " + seed)) {
                read++;
            }
        }
        assertThat(read).isBetween(MUTANTS / 4, MUTANTS * 9 / 10);
    }

    @Test
    void aMutantThatIsReadIsArrangedToATableThatIsReadAsItIs() {
        for (int seed = 0; seed < MUTANTS; seed++) {
            byte[] mutant = new Mutations(seed).mutate(TABLE);
            for (Iort arranged : arrangedIfRead(mutant)) {
                assertThat(TableOf.read(IortWriter.write(arranged)).nodes())
                        .as("seed " + seed)
                        .isEqualTo(arranged.nodes());
            }
        }
    }

    @Test
    void aTableCutAnywhereIsRefused() {
        for (int length = 0; length < TABLE.length; length++) {
            assertThat(isRead(Arrays.copyOf(TABLE, length), "length " + length))
                    .as("length " + length)
                    .isFalse();
        }
    }

    @Test
    void aTableThatSaysItIsCutIsReadOnlyAtTheEndOfANode() {
        int read = 0;
        for (int length = 0; length < TABLE.length; length++) {
            byte[] cut = Arrays.copyOf(TABLE, length);
            if (length >= 8) {
                cut[4] = (byte) length;
                cut[5] = (byte) (length >>> 8);
            }
            read += isRead(cut, "length " + length) ? 1 : 0;
        }
        assertThat(read).isEqualTo(Samples.everyType().nodes().size());
    }

    private static List<Iort> arrangedIfRead(byte[] mutant) {
        try {
            return List.of(Arrangement.of(TableOf.read(mutant)));
        } catch (UnreadableInputException e) {
            return List.of();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching(".+ at 0x[0-9a-f]+: .+ more than the 65535 .+");
            return List.of();
        }
    }

    private static boolean isRead(byte[] mutant, String mutation) {
        Iort table;
        try {
            table = IortReader.read(InputFile.of("mutant.dat", mutant));
        } catch (UnreadableInputException e) {
            assertThat(e.getMessage())
                    .as(mutation)
                    .matches("mutant\\.dat: offset 0x[0-9a-f]+: expected .+, found .+");
            return false;
        }
        assertThat(IortWriter.write(table)).as(mutation).isEqualTo(mutant);
        return true;
    }
}
