package org.vinculum.corpus;

import static org.vinculum.corpus.BlobCorpusTest.difference;
import static org.vinculum.corpus.Corpus.assertNone;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;

/// Our source through dtc, and dtc's source through us.
class SourceCorpusTest {
    /// `boot_cpuid_phys` (DTSpec 0.4, 5.2).
    private static final int BOOT_CPU = 28;

    private final DeviceTreeCodec codec = new TreeCodec();

    @Test
    void ourSourceCompiledByDtcIsDtcsBlob() {
        Dtc.orSkip();
        assertNone(
                EveryTree.faults(
                        file -> comparedButForTheBootCpu(file, Dtc.compile(ourSource(file)))),
                "sources of ours mean something else to dtc");
    }

    @Test
    void dtcsSourceCompiledByUsIsDtcsBlob() {
        Dtc.orSkip();
        assertNone(EveryTree.faults(this::readByBoth), "sources of dtc mean something else to us");
    }

    private String readByBoth(Path file) throws IOException {
        byte[] source = Dtc.decompile(file);
        return comparedWithDtcsOwnReading(file, source, compiledByUs(source));
    }

    private byte[] ourSource(Path file) {
        return codec.write(codec.read(InputFile.read(file), TreeFormat.DTB), TreeFormat.DTS);
    }

    private byte[] compiledByUs(byte[] source) {
        return codec.write(
                codec.read(InputFile.of("dtc.dts", source), TreeFormat.DTS), TreeFormat.DTB);
    }

    /// Source does not carry the boot CPU; dtc guesses it, so that field is expected as dtc's own source gives it.
    private static String comparedButForTheBootCpu(Path file, byte[] found) throws IOException {
        if (difference(Dtc.canonical(file), found) == null) {
            return null;
        }
        byte[] expected = Dtc.canonical(file).clone();
        byte[] guessed = Dtc.compile(Dtc.decompile(file));
        System.arraycopy(guessed, BOOT_CPU, expected, BOOT_CPU, Integer.BYTES);
        return difference(expected, found);
    }

    /// dtc 1.6 loses a string that starts with a digit after another one (`"a\05V"`), so its source is compared with
    /// what dtc itself makes of it.
    private static String comparedWithDtcsOwnReading(Path file, byte[] source, byte[] found)
            throws IOException {
        return difference(Dtc.canonical(file), found) == null
                ? null
                : difference(Dtc.compile(source), found);
    }
}
