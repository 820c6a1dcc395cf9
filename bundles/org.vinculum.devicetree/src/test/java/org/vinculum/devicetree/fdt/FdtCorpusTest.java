package org.vinculum.devicetree.fdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.devicetree.Corpus;
import org.vinculum.devicetree.Tool;
import org.vinculum.firmware.InputFile;

/// Real blobs against dtc.
class FdtCorpusTest {
    @TempDir Path folder;

    @Test
    void everyRealBlobIsWrittenAsDtcWritesIt() throws IOException {
        var dtc = new Tool("dtc");
        Path out = folder.resolve("out.dtb");
        var different = new TreeSet<String>();
        for (Path blob : Corpus.blobs()) {
            assertThat(dtc.run("-q", "-I", "dtb", "-O", "dtb", "-o", out, blob)).isTrue();
            byte[] ours = FdtWriter.write(FdtReader.read(InputFile.read(blob)), 0);
            if (!Arrays.equals(ours, Files.readAllBytes(out))) {
                different.add(blob.toString());
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void everyRealBlobSurvivesTheLosslessRewrite() {
        for (Path blob : Corpus.blobs()) {
            InputFile file = InputFile.read(blob);
            assertThat(Arrays.equals(LosslessRewrite.of(file), file.content()))
                    .as(blob.toString())
                    .isTrue();
        }
    }
}
