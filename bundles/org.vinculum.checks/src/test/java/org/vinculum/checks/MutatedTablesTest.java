package org.vinculum.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Whatever a table holds, it is refused or reported about; nothing else comes out.
class MutatedTablesTest {
    private static final int ROUNDS = 2000;
    private static final int[] FAVOURITES = {0, 1, 2, 0x30, 0x48, 0x7f, 0x80, 0xfe, 0xff};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aMutatedTableIsRefusedOrReportedAbout(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] sound = BrokenTablesTest.sound();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] table = sound.clone();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                mutate(table, random);
            }
            assertThat(outcome(table)).as("seed %d, round %d", seed, round).isNotNull();
        }
    }

    // a byte of the table, or a whole word, of which more keep a meaning
    private static void mutate(byte[] table, SplittableRandom random) {
        int at = 8 + random.nextInt(table.length - 8);
        int value = FAVOURITES[random.nextInt(FAVOURITES.length)];
        table[at] = (byte) (random.nextBoolean() ? value : random.nextInt(256));
        if (random.nextInt(4) == 0) {
            for (int i = at & ~3; i < Math.min(table.length, (at & ~3) + 4); i++) {
                table[i] = (byte) value;
            }
        }
    }

    private static String outcome(byte[] table) {
        try {
            StringBuilder text = new StringBuilder();
            for (Finding finding : Report.of(InputFile.of("t", table)).findings()) {
                assertThat(finding.place()).isNotBlank();
                assertThat(finding.message()).matches("[ -~]+");
                text.append(finding.code());
            }
            return text.toString();
        } catch (UnreadableInputException e) {
            return e.getMessage();
        }
    }
}
