package org.vinculum.corpus;

import static org.vinculum.corpus.BlobCorpusTest.difference;
import static org.vinculum.corpus.Corpus.assertNone;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.checks.PlatformChecks;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Real trees with a few bytes wrong: an answer or a clear refusal, never anything else.
class MutationCorpusTest {
    private static final int MUTANTS_A_FILE = 2;

    private final DeviceTreeCodec codec = new TreeCodec();
    private final DeviceTreeFirmwareReader reader = new DeviceTreeFirmwareReader(codec);
    private final FirmwareCheck checks = new PlatformChecks();

    @Test
    void aDamagedBlobIsReadOrRefused() {
        assertNone(EveryTree.faults(file -> each(file, this::useBlob)), "damaged blobs do harm");
    }

    @Test
    void damagedSourceIsReadOrRefused() {
        assertNone(
                EveryTree.faults(file -> each(file, this::useSource)), "damaged sources do harm");
    }

    private interface Use {
        String of(byte[] content, SplittableRandom random);
    }

    /// The seed is the file's name and the mutant's number, so a fault can be had again.
    private static String each(Path file, Use use) {
        String name = file.getFileName().toString();
        byte[] original = Corpus.bytes(file);
        for (int i = 0; i < MUTANTS_A_FILE; i++) {
            long seed = name.hashCode() * 31L + i;
            String fault = attempt(original, use, seed);
            if (fault != null) {
                return "seed " + seed + ": " + fault;
            }
        }
        return null;
    }

    private static String attempt(byte[] original, Use use, long seed) {
        try {
            return use.of(original, new SplittableRandom(seed));
        } catch (UnreadableInputException e) {
            return e.getMessage().contains("mutant") ? null : "names no file: " + e.getMessage();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return e + " at " + e.getStackTrace()[0];
        }
    }

    private String useBlob(byte[] original, SplittableRandom random) {
        byte[] damaged = Damage.to(original, random);
        InputFile mutant = InputFile.of("mutant", damaged);
        DeviceTree tree = codec.read(mutant, TreeFormat.DTB);
        codec.write(tree, TreeFormat.DTB);
        codec.write(tree, TreeFormat.DTS);
        checks.check(reader.read(mutant).platform());
        return difference(damaged, codec.rewrite(mutant));
    }

    private String useSource(byte[] original, SplittableRandom random) {
        DeviceTree tree = codec.read(InputFile.of("mutant", original), TreeFormat.DTB);
        byte[] source = codec.write(tree, TreeFormat.DTS);
        byte[] damaged = Damage.to(source, random);
        codec.write(codec.read(InputFile.of("mutant", damaged), TreeFormat.DTS), TreeFormat.DTB);
        return new String(source, StandardCharsets.ISO_8859_1).startsWith("/dts-v1/")
                ? null
                : "source without its tag";
    }
}
