package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.devicetree.Corpus;
import org.vinculum.devicetree.Tool;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;

/// Real blobs as source, against dtc in both directions. All is compared in one pass, as starting dtc takes the time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DtsCorpusTest {
    private final Queue<Path> compiledDifferently = new ConcurrentLinkedQueue<>();
    private final Queue<Path> writtenWrongly = new ConcurrentLinkedQueue<>();
    private final Queue<Path> writtenDifferently = new ConcurrentLinkedQueue<>();
    private Tool dtc;

    @BeforeAll
    void compareAll(@TempDir Path folder) {
        dtc = new Tool("dtc");
        List<Path> blobs = Corpus.blobs();
        IntStream.range(0, blobs.size())
                .parallel()
                .forEach(i -> compare(blobs.get(i), folder.resolve("tree" + i)));
    }

    @Test
    void dtcsSourceOfEveryRealBlobCompilesToDtcsBytes() {
        assertThat(compiledDifferently).isEmpty();
    }

    /// But for the boot CPU, which source does not hold and dtc guesses. (The source that dtc 1.6.1 itself writes does
    /// not compile back where a string after a NUL begins with an octal digit.)
    @Test
    void ourSourceOfEveryRealBlobIsCompiledByDtcToItsBytes() {
        assertThat(writtenWrongly).isEmpty();
    }

    /// But for NULs inside, which dtc 1.6.1 writes as `\\0` and we, like other versions, as separate strings.
    @Test
    void ourSourceOfEveryRealBlobIsDtcsText() {
        assertThat(writtenDifferently).isEmpty();
    }

    private void compare(Path blob, Path scratch) {
        Path theirs = Path.of(scratch + ".theirs.dts");
        Path ours = Path.of(scratch + ".ours.dts");
        Path compiled = Path.of(scratch + ".dtb");
        try {
            convert("dtb", blob, "dts", theirs);
            compareReading(blob, theirs, compiled);
            compareWriting(blob, theirs, ours, compiled);
            for (Path file : List.of(theirs, ours, compiled)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compareReading(Path blob, Path theirs, Path compiled) throws IOException {
        convert("dts", theirs, "dtb", compiled);
        if (!Arrays.equals(compiled(theirs), Files.readAllBytes(compiled))) {
            compiledDifferently.add(blob);
        }
    }

    private void compareWriting(Path blob, Path theirs, Path ours, Path compiled)
            throws IOException {
        DeviceTree tree = FdtReader.read(InputFile.read(blob));
        String text = DtsWriter.write(tree);
        if (!text.equals(text(theirs).replace("\\0", "\", \""))) {
            writtenDifferently.add(blob);
        }
        Files.writeString(ours, text, StandardCharsets.ISO_8859_1);
        convert("dts", ours, "dtb", compiled);
        byte[] expected = withoutBootCpu(FdtWriter.write(tree, 0));
        if (!Arrays.equals(withoutBootCpu(Files.readAllBytes(compiled)), expected)) {
            writtenWrongly.add(blob);
        }
    }

    private static byte[] compiled(Path source) {
        return FdtWriter.write(DtsReader.read(InputFile.read(source)), 0);
    }

    /// Bytes 28 to 31 as zeros.
    private static byte[] withoutBootCpu(byte[] blob) {
        Arrays.fill(blob, 28, 32, (byte) 0);
        return blob;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private void convert(String from, Path in, String to, Path out) {
        assertThat(dtc.run("-q", "-I", from, "-O", to, "-o", out, in)).as("dtc on %s", in).isTrue();
    }
}
