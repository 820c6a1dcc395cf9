package org.vinculum.commands.print;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where one command reads and writes: results on one stream, diagnostics on another, and never both on the same.
///
/// A reader that goes away (`vinculum inspect x | head`) silences the stream it read; the command still ends with its own
/// exit code.
public final class Terminal {
    private static final int CHUNK = 1 << 13;
    private static final Path DIAGNOSTICS = Path.of("/proc/self/fd/2");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Path folder;
    private final boolean colour;
    private final boolean ownsProcess;

    /// @param folder what relative paths start from; empty for the process's own
    /// @param colour whether results may be coloured
    public Terminal(InputStream in, PrintStream out, PrintStream err, Path folder, boolean colour) {
        this(in, out, err, folder, colour, false);
    }

    private Terminal(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Path folder,
            boolean colour,
            boolean ownsProcess) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.folder = folder;
        this.colour = colour;
        this.ownsProcess = ownsProcess;
    }

    /// The process's streams; coloured when a person watches and `NO_COLOR` (no-color.org) is not set.
    public static Terminal ofProcess() {
        return new Terminal(System.in, System.out, System.err, Path.of(""), isWatched(), true);
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

    /// Whether the process ends with the command, so that a signal to it is meant for the command.
    public boolean ownsProcess() {
        return ownsProcess;
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

    /// Writes one line that somebody else said to the diagnostics, without what would steer a terminal.
    ///
    /// @param faint whether it stands back behind our own lines
    public void relay(String message, boolean faint) {
        String safe = Printable.of(message);
        String styled = faint && !safe.isEmpty() ? Style.FAINT.start + safe + Style.RESET : safe;
        byte[] line = (styled + "\n").getBytes(StandardCharsets.UTF_8);
        err.write(line, 0, line.length);
        err.flush();
    }

    /// Whether diagnostics may be styled: a person watches, and not only the results.
    public boolean styledDiagnostics() {
        return colour && ownsProcess && isTerminal(DIAGNOSTICS);
    }

    // The JDK tells it of standard input and output alone.
    private static boolean isTerminal(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
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
