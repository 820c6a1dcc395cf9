package org.vinculum.devicetree.fdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.Corpus;
import org.vinculum.devicetree.Mutations;
import org.vinculum.devicetree.Seeds;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Thousands of damaged blobs: each is read whole or refused with place, expected and found.
class MutationTest {
    private static final int MUTANTS_OF_EACH = 2_000;

    @Test
    void aMutantIsReadWholeOrRefusedWithAReason() {
        int read = 0;
        int refused = 0;
        for (byte[] seed : List.of(Seeds.base(), Seeds.overlay(), Corpus.resource("ok-nops.dtb"))) {
            for (int i = 0; i < MUTANTS_OF_EACH; i++) {
                if (isRead(new Mutations(i).mutate(seed), "mutation " + i)) {
                    read++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(read).isGreaterThan(MUTANTS_OF_EACH / 10);
        assertThat(refused).isGreaterThan(MUTANTS_OF_EACH);
    }

    private static boolean isRead(byte[] mutant, String mutation) {
        InputFile file = InputFile.of("mutant.dtb", mutant);
        byte[] written;
        try {
            written = FdtWriter.write(FdtReader.read(file), 0);
        } catch (UnreadableInputException e) {
            assertThat(e.getMessage())
                    .as(mutation)
                    .matches("mutant\\.dtb: offset 0x[0-9a-f]+: expected .+, found .+");
            return false;
        }
        assertThat(LosslessRewrite.of(file)).as(mutation).isEqualTo(mutant);
        assertThat(FdtWriter.write(FdtReader.read(InputFile.of("again", written)), 0))
                .as(mutation)
                .isEqualTo(written);
        return true;
    }
}
