package org.vinculum.commands.print;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Where one command reads and writes: results on one stream, diagnostics on another, and never both on the same.
///
/// A reader that goes away (`vinculum inspect x | head`) silences the stream it read; the command still ends with its own
/// exit code.
public final class Terminal {
    private static final int CHUNK = 1 << 13;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Path folder;
    private final boolean colour;

    /// @param folder what relative paths start from; empty for the process's own
    /// @param colour whether results may be coloured
    public Terminal(InputStream in, PrintStream out, PrintStream err, Path folder, boolean colour) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.folder = folder;
        this.colour = colour;
    }

    /// The process's streams; coloured when a person watches and `NO_COLOR` (no-color.org) is not set.
    public static Terminal ofProcess() {
        return new Terminal(System.in, System.out, System.err, Path.of(""), isWatched());
    }

    /// The streams as they are at this moment, without colour: a shell gives each of its commands other ones.
    public static Terminal ofShell() {
        return new Terminal(System.in, System.out, System.err, Path.of(""), false);
    }

    public InputStream in() {
        return in;
    }

    public boolean colour() {
        return colour;
    }

    /// The path the user means by `given`.
    ///
    /// @throws java.nio.file.InvalidPathException when this system cannot name such a file
    public Path path(String given) {
        return folder.resolve(given);
    }

    public Page page() {
        return new Page(colour);
    }

    /// Writes a finished page to the results, as UTF-8 whatever the locale.
    public void result(Page page) {
        result(page.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Writes bytes to the results as they are.
    public void result(byte[] bytes) {
        for (int at = 0; at < bytes.length && !out.checkError(); at += CHUNK) {
            out.write(bytes, at, Math.min(CHUNK, bytes.length - at));
        }
        out.flush();
    }

    /// Whether some of the results could not be written.
    public boolean hasLostResults() {
        return out.checkError();
    }

    /// Writes one line to the diagnostics.
    public void diagnose(String message) {
        byte[] line = (Printable.of(message) + "\n").getBytes(StandardCharsets.UTF_8);
        err.write(line, 0, line.length);
        err.flush();
    }

    private static boolean isWatched() {
        String refused = System.getenv("NO_COLOR");
        if (refused != null && !refused.isEmpty() || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
