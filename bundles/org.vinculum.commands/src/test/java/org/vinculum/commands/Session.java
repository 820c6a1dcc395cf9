package org.vinculum.commands;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vinculum.commands.line.Commands;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.Installed;

/// A user at a terminal in a folder of her own: types a command, sees both streams and the exit code.
public final class Session {
    public static final String VERSION = "1.2.3";

    private final Path folder;
    private final Installed installed;
    private byte[] input = {};
    private boolean colour;

    public Session(Path folder, Installed installed) {
        this.folder = folder;
        this.installed = installed;
    }

    /// What one command left behind.
    public record Outcome(int exit, byte[] bytes, String err) {
        public String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    public Session file(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Session standardInput(String content) {
        input = content.getBytes(StandardCharsets.ISO_8859_1);
        return this;
    }

    public Session coloured() {
        colour = true;
        return this;
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the program lies that she runs.
    public Path distribution() {
        return folder.resolve(".distribution");
    }

    /// Runs `line`, words separated by blanks, without the leading `vinculum`.
    public Outcome run(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = run(line, out, new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    public int run(String line, java.io.OutputStream out, PrintStream err) {
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(input),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        err,
                        folder,
                        colour);
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");
        return new Commands(VERSION, installed, folder, distribution()).run(words, terminal);
    }
}
