package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.devicetree.Corpus;
import org.vinculum.devicetree.Tool;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.firmware.InputFile;

/// Real blobs as source, against dtc in both directions.
class DtsCorpusTest {
    private final Tool dtc = new Tool("dtc");

    @TempDir Path folder;

    @Test
    void dtcsSourceOfEveryRealBlobCompilesToDtcsBytes() throws IOException {
        var different = new TreeSet<String>();
        for (Path blob : Corpus.blobs()) {
            Path source = folder.resolve("dtc.dts");
            Path expected = folder.resolve("dtc.dtb");
            convert("dtb", blob, "dts", source);
            convert("dts", source, "dtb", expected);
            byte[] ours = FdtWriter.write(DtsReader.read(InputFile.read(source)), 0);
            if (!Arrays.equals(ours, Files.readAllBytes(expected))) {
                different.add(blob.toString());
            }
        }
        assertThat(different).isEmpty();
    }

    /// Compared with the blob itself: dtc 1.6.1's own source does not compile back where a string after a NUL begins
    /// with an octal digit. Only the boot CPU, which source does not hold, is dtc's guess (bytes 28 to 31).
    @Test
    void ourSourceOfEveryRealBlobIsCompiledByDtcToItsBytes() throws IOException {
        var different = new TreeSet<String>();
        for (Path blob : Corpus.blobs()) {
            Path source = folder.resolve("ours.dts");
            Path compiled = folder.resolve("ours.dtb");
            Path expected = folder.resolve("dtc.dtb");
            convert("dtb", blob, "dtb", expected);
            writeSource(blob, source);
            convert("dts", source, "dtb", compiled);
            if (!Arrays.equals(withoutBootCpu(compiled), withoutBootCpu(expected))) {
                different.add(blob.toString());
            }
        }
        assertThat(different).isEmpty();
    }

    private static byte[] withoutBootCpu(Path blob) throws IOException {
        byte[] content = Files.readAllBytes(blob);
        Arrays.fill(content, 28, 32, (byte) 0);
        return content;
    }

    /// Version 1.6.1 writes NULs between strings as `\0` and we write separate strings; all else is the same text.
    @Test
    void ourSourceOfEveryRealBlobIsDtcsText() throws IOException {
        var different = new TreeSet<String>();
        for (Path blob : Corpus.blobs()) {
            Path source = folder.resolve("ours.dts");
            Path expected = folder.resolve("dtc.dts");
            convert("dtb", blob, "dts", expected);
            writeSource(blob, source);
            if (!text(source).equals(text(expected).replace("\\0", "\", \""))) {
                different.add(blob.toString());
            }
        }
        assertThat(different).isEmpty();
    }

    private static void writeSource(Path blob, Path source) throws IOException {
        String text = DtsWriter.write(FdtReader.read(InputFile.read(blob)));
        Files.writeString(source, text, StandardCharsets.ISO_8859_1);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private void convert(String from, Path in, String to, Path out) {
        assertThat(dtc.run("-q", "-I", from, "-O", to, "-o", out, in)).as("dtc on %s", in).isTrue();
    }
}
