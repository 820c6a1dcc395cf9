package org.vinculum.devicetree.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.Mutations;
import org.vinculum.devicetree.Seeds;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Damaged overlays on a sound base: each fits, the same way in both forms, or is refused by name.
class OverlayMutationTest {
    private static final int MUTANTS = 6_000;

    private static final InputFile BASE = InputFile.of("base.dtb", Seeds.base());

    @Test
    void aMutantFitsBothWaysOrIsRefusedByName() {
        int applied = 0;
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            try {
                apply(new Mutations(i).mutate(Seeds.overlay()), "mutation " + i);
                applied++;
            } catch (UnreadableInputException e) {
                assertThat(e.getMessage())
                        .as("mutation " + i)
                        .matches("o\\.dtbo: .+: expected .+, found .+");
                refused++;
            }
        }
        assertThat(applied).isGreaterThan(MUTANTS / 50);
        assertThat(refused).isGreaterThan(MUTANTS / 20);
    }

    private static void apply(byte[] mutant, String mutation) {
        Named overlay = new Named("o.dtbo", FdtReader.read(InputFile.of("o.dtbo", mutant)));
        Named base = new Named("base.dtb", FdtReader.read(BASE));

        byte[] tree = FdtWriter.write(OverlayApplication.apply(base, List.of(overlay)), 0);
        byte[] inPlace = OverlayApplication.applyInPlace(BASE, List.of(overlay));

        assertThat(FdtWriter.write(FdtReader.read(InputFile.of("in place", inPlace)), 0))
                .as(mutation)
                .isEqualTo(tree);
        assertThat(FdtWriter.write(base.tree(), 0)).as(mutation).isEqualTo(BASE.content());
    }
}
