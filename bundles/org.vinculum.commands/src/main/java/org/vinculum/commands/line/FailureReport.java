package org.vinculum.commands.line;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What we need to know about a failure of our own, in a file, because a stack trace on a terminal helps nobody.
final class FailureReport {
    private FailureReport() {}

    /// Writes a report under a fresh name; empty when that fails too.
    static Optional<Path> write(Path folder, Throwable failure, String version, String[] command) {
        try {
            Path file = Files.createTempFile(folder, "vinculum-report-", ".txt");
            Files.writeString(file, text(failure, version, command));
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(Throwable failure, String version, String[] command) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println("vinculum " + version);
        lines.println("java " + Runtime.version());
        lines.println(
                "system " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        lines.println("heap " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        lines.println("command vinculum " + String.join(" ", command));
        lines.println();
        failure.printStackTrace(lines);
        return text.toString();
    }
}
