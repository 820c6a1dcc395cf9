package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.tck.random.Damage;
import org.vinculum.tck.random.Seeds;

/// What a reader of a firmware format has to do.
@Timeout(120)
public abstract class FirmwareReaderContract {
    protected abstract FirmwareReader reader();

    /// Descriptions in its format without a fault, at least one of them with an IOMMU and a master behind it.
    protected abstract List<InputFile> samples();

    @Test
    public void theFormatIsAWordOfLowerCaseLettersDigitsDotsAndHyphens() {
        assertTrue(Wording.isName(reader().format()), reader().format());
    }

    @Test
    public void itRecognisesItsFormatAndNothingElse() {
        assertFalse(samples().isEmpty());
        for (InputFile sample : samples()) {
            assertTrue(reader().recognises(sample), sample.name());
        }
        for (String other : new String[] {"", "\u007fELF", "not a description of a machine"}) {
            assertFalse(reader().recognises(InputFile.of("other", other.getBytes())), other);
        }
        assertFalse(reader().recognises(InputFile.of("zeros", new byte[4096])));
    }

    @Test
    public void aPlatformSaysWhichFormatItComesFrom() {
        for (InputFile sample : samples()) {
            assertEquals(reader().format(), reader().read(sample).platform().format());
        }
    }

    @Test
    public void everyIommuHasAPathOfItsOwnAndAKind() {
        int seen = 0;
        for (InputFile sample : samples()) {
            Set<String> paths = new HashSet<>();
            for (Iommu iommu : reader().read(sample).platform().iommus()) {
                assertTrue(paths.add(iommu.path()), "twice: " + iommu.path());
                assertTrue(Wording.isName(iommu.kind()), iommu.kind());
                seen++;
            }
        }
        assertTrue(seen > 0, "no sample has an IOMMU");
    }

    @Test
    public void whereNothingIsWrongStreamsLeadToIommusOfThePlatform() {
        int seen = 0;
        for (InputFile sample : samples()) {
            Firmware firmware = reader().read(sample);
            for (Master master : firmware.platform().masters()) {
                for (Master.StreamUse use : master.streams()) {
                    String path = use.stream().iommu();
                    assertTrue(firmware.platform().iommu(path).isPresent(), path);
                    seen++;
                }
            }
        }
        assertTrue(seen > 0, "no sample has a master with a stream");
    }

    @Test
    public void findingsAreReadable() {
        for (InputFile sample : samples()) {
            reader().read(sample).findings().forEach(FirmwareCheckContract::assertReadable);
        }
    }

    @Test
    public void theSameFileGivesTheSamePlatformAndStaysAsItIs() {
        FirmwareReader reader = reader();
        for (InputFile sample : samples()) {
            byte[] before = sample.content().clone();

            assertEquals(reader.read(sample), reader.read(sample));
            assertEquals(reader.read(sample), reader().read(sample), "it remembers nothing");
            assertArrayEquals(before, sample.content());
        }
    }

    @Test
    public void severalThreadsMayReadAtOnce() throws InterruptedException, ExecutionException {
        FirmwareReader reader = reader();
        InputFile sample = samples().getFirst();
        Firmware alone = reader.read(sample);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Firmware>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(() -> reader.read(sample));
            }
            for (Future<Firmware> answer : threads.invokeAll(calls)) {
                assertEquals(alone, answer.get());
            }
        }
    }

    @Test
    public void damagedFilesAreReadOrRefusedWithTheirName() {
        FirmwareReader reader = reader();
        for (InputFile sample : samples()) {
            Seeds.each(300, random -> damaged(reader, sample, random));
        }
    }

    private static void damaged(FirmwareReader reader, InputFile sample, SplittableRandom random) {
        var file = new InputFile("a damaged file", Damage.of(random, sample), sample.folder());
        reader.recognises(file);
        try {
            reader.read(file).findings().forEach(FirmwareCheckContract::assertReadable);
        } catch (UnreadableInputException refused) {
            assertTrue(
                    refused.getMessage().startsWith("a damaged file"),
                    "names the file: " + refused.getMessage());
        }
    }
}
