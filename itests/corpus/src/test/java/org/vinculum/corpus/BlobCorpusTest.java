package org.vinculum.corpus;

import static org.vinculum.corpus.Corpus.assertNone;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;

/// Blobs in, blobs out.
class BlobCorpusTest {
    private final DeviceTreeCodec codec = new TreeCodec();

    @Test
    void aTreeWrittenAfreshIsByteForByteWhatDtcWrites() {
        Dtc.orSkip();
        assertNone(
                EveryTree.faults(file -> difference(Dtc.canonical(file), written(file))),
                "trees are not written as dtc writes them");
    }

    @Test
    void aTreeRewrittenWithoutLossIsByteForByteTheInput() {
        assertNone(
                EveryTree.faults(file ->
                        difference(Corpus.bytes(file), codec.rewrite(InputFile.read(file)))),
                "trees lose something");
    }

    private byte[] written(Path file) {
        return codec.write(codec.read(InputFile.read(file), TreeFormat.DTB), TreeFormat.DTB);
    }

    static String difference(byte[] expected, byte[] found) {
        int at = Arrays.mismatch(expected, found);
        return at < 0
                ? null
                : "differs at 0x"
                        + Integer.toHexString(at)
                        + " ("
                        + expected.length
                        + " bytes, "
                        + found.length
                        + " written)";
    }
}
