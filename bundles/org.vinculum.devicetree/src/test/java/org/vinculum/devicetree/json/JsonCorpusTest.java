package org.vinculum.devicetree.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.Corpus;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;

/// Real blobs through JSON and back.
class JsonCorpusTest {
    @Test
    void everyRealBlobComesBackFromJson() {
        var different = new TreeSet<String>();
        for (Path blob : Corpus.blobs()) {
            DeviceTree tree = FdtReader.read(InputFile.read(blob));
            DeviceTree again = JsonReader.read(InputFile.of("tree.json", JsonWriter.write(tree)));
            if (!Arrays.equals(FdtWriter.write(again, 0), FdtWriter.write(tree, 0))) {
                different.add(blob.toString());
            }
        }
        assertThat(different).isEmpty();
    }
}
