package org.vinculum.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.vinculum.launcher.distribution.Distribution;
import org.vinculum.launcher.distribution.ThrowAwayFolder;

/// The run from which the JVM learns what to keep in its AOT cache (JEP 514): every verb, on small inputs.
final class Training {
    private final Path inputs;
    private final ToIntFunction<String[]> commandLine;

    Training(Distribution distribution, ToIntFunction<String[]> commandLine) {
        this.inputs = distribution.home().resolve("lib").resolve("training");
        this.commandLine = commandLine;
    }

    /// Runs the lines of `lib/training/verbs`, in which `IN` and `OUT` stand for folders. Their answers do not matter.
    void run() throws IOException {
        Path out = ThrowAwayFolder.create();
        PrintStream quiet =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(quiet);
        System.setErr(quiet);
        for (String line : Files.readAllLines(inputs.resolve("verbs"))) {
            String[] words = line.split(" ");
            for (int i = 0; i < words.length; i++) {
                words[i] = words[i].replace("IN/", inputs + "/").replace("OUT/", out + "/");
            }
            commandLine.applyAsInt(words);
        }
        ThrowAwayFolder.delete(out);
    }
}
