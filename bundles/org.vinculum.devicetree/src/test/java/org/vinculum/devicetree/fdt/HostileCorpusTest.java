package org.vinculum.devicetree.fdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.Corpus;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// The hostile blobs: which are read, which are refused, and that refusals say where and why.
class HostileCorpusTest {
    /// Readable though odd: `check` has something to say about the phandles, the others are only unusual.
    private static final Set<String> READ =
            Set.of(
                    "h-version-99-compat16.dtb",
                    "p-phandle-0.dtb",
                    "p-phandle-dup.dtb",
                    "p-phandle-len2.dtb",
                    "s-data-after-end.dtb",
                    "s-depth-60.dtb",
                    "s-depth-64.dtb",
                    "s-named-root.dtb",
                    "s-nonzero-padding.dtb",
                    "s-nop-flood-1M.dtb");

    @Test
    void oddBlobsAreReadAndSurviveTheLosslessRewrite() {
        for (Path blob : Corpus.hostile()) {
            if (isRead(blob)) {
                InputFile file = InputFile.read(blob);
                assertThat(LosslessRewrite.of(file)).as(blob.toString()).isEqualTo(file.content());
            }
        }
    }

    @Test
    void brokenBlobsAreRefusedWithPlaceExpectedAndFound() {
        for (Path blob : Corpus.hostile()) {
            if (!isRead(blob)) {
                assertThatThrownBy(() -> FdtReader.read(InputFile.read(blob)))
                        .as(blob.toString())
                        .isInstanceOf(UnreadableInputException.class)
                        .hasMessageMatching(".*: offset 0x[0-9a-f]+: expected .+, found .+");
            }
        }
    }

    private static boolean isRead(Path blob) {
        String name = blob.getFileName().toString();
        return name.startsWith("ok-") || READ.contains(name);
    }
}
