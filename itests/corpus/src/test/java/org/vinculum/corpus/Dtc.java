package org.vinculum.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The device-tree compiler of the machine, the oracle of the codec tests.
final class Dtc {
    private static final Map<Path, byte[]> DIFFERENT = new ConcurrentHashMap<>();
    private static final Map<Path, Boolean> SAME = new ConcurrentHashMap<>();

    private Dtc() {}

    static void orSkip() {
        assumeTrue(Tool.isInstalled("dtc"), "no dtc (Debian: device-tree-compiler)");
    }

    /// What dtc makes of a blob. Most are as dtc would write them, so only the others are kept in memory.
    static byte[] canonical(Path file) throws IOException {
        byte[] known = DIFFERENT.get(file);
        if (known != null) {
            return known;
        }
        byte[] input = Corpus.bytes(file);
        if (SAME.containsKey(file)) {
            return input;
        }
        byte[] output = run(null, "dtb", "dtb", file.toString());
        if (Arrays.equals(output, input)) {
            SAME.put(file, true);
        } else {
            DIFFERENT.put(file, output);
        }
        return output;
    }

    /// dtc's source for a blob.
    static byte[] decompile(Path file) throws IOException {
        return run(null, "dtb", "dts", file.toString());
    }

    /// The blob that dtc makes of source.
    static byte[] compile(byte[] source) throws IOException {
        return run(source, "dts", "dtb", "-");
    }

    private static byte[] run(byte[] input, String from, String to, String file)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("dtc", "-q", "-I", from, "-O", to, file));
        Process dtc =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream out = dtc.getOutputStream()) {
            if (input != null) {
                out.write(input);
            }
        }
        return dtc.getInputStream().readAllBytes();
    }
}
