package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.tck.random.Damage;
import org.vinculum.tck.random.Seeds;

/// What a describer of dom0 has to do.
@Timeout(120)
public abstract class Dom0DescriberContract {
    protected abstract Dom0Describer describer();

    /// Descriptions of hosts in its format.
    protected abstract List<InputFile> samples();

    /// A reader of the same format, where there is one, so that what is written can be read.
    protected Optional<FirmwareReader> reader() {
        return Optional.empty();
    }

    @Test
    public void theFormatIsAWordOfLowerCaseLettersDigitsDotsAndHyphens() {
        assertTrue(Wording.isName(describer().format()), describer().format());
    }

    @Test
    public void theSameHostGivesTheSameFileAndNotes() {
        assertFalse(samples().isEmpty());
        for (InputFile sample : samples()) {
            byte[] before = sample.content().clone();
            Dom0Describer.Result first = describer().describe(sample);
            Dom0Describer.Result second = describer().describe(sample);

            assertEquals(first.file().name(), second.file().name());
            assertArrayEquals(first.file().content(), second.file().content());
            assertEquals(first.notes(), second.notes());
            assertArrayEquals(before, sample.content());
        }
    }

    @Test
    public void theFileHasANameWithoutFoldersAndSomethingInIt() {
        for (InputFile sample : samples()) {
            Dom0Describer.Result result = describer().describe(sample);

            assertTrue(Wording.isSentence(result.file().name()), result.file().name());
            assertFalse(result.file().name().contains("/"), result.file().name());
            assertTrue(result.file().content().length > 0);
            result.notes().forEach(FirmwareCheckContract::assertReadable);
        }
    }

    @Test
    public void whatIsWrittenHasAsManySmmusAsTheHost() {
        for (InputFile sample : samples()) {
            reader().ifPresent(reader -> compare(reader, sample));
        }
    }

    private void compare(FirmwareReader reader, InputFile host) {
        var file = describer().describe(host).file();
        InputFile written = InputFile.of(file.name(), file.content());

        assertTrue(reader.recognises(written));
        assertEquals(smmus(reader, host), smmus(reader, written));
    }

    private static long smmus(FirmwareReader reader, InputFile file) {
        return reader.read(file).platform().iommus().stream()
                .filter(iommu -> iommu.enabled() && iommu.kind().equals("smmuv3"))
                .count();
    }

    @Test
    public void damagedFilesAreDescribedOrRefusedWithTheirName() {
        Dom0Describer describer = describer();
        for (InputFile sample : samples()) {
            Seeds.each(200, random -> damaged(describer, sample, random));
        }
    }

    private static void damaged(
            Dom0Describer describer, InputFile sample, SplittableRandom random) {
        byte[] content = Damage.of(random, sample);
        try {
            describer.describe(new InputFile("a damaged file", content, sample.folder()));
        } catch (UnreadableInputException refused) {
            assertTrue(
                    refused.getMessage().startsWith("a damaged file"),
                    "names the file: " + refused.getMessage());
        }
    }
}
