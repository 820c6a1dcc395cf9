package org.vinculum.qemu.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A QEMU of ours. It ends with this object, with the JVM, and where `setpriv` is installed also with a JVM that is killed:
/// then with the thread that started it, which has to stay until the end.
public final class QemuProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final int PIECE = 8192;

    private final Process process;
    private final Ending ending;
    private final Complaint complaint = new Complaint();
    private final Thread console;
    private final Thread complaints;

    /// Starts it.
    ///
    /// @param command program and arguments
    /// @param printed receives what it prints, from a thread of this
    public QemuProcess(List<String> command, Programs programs, Consumer<String> printed)
            throws IOException {
        process = start(command, programs);
        ending = protect();
        console = read("vinculum-console", process.getInputStream(), printed);
        complaints = read("vinculum-complaints", process.getErrorStream(), complaint::add);
    }

    private static Process start(List<String> command, Programs programs) throws IOException {
        List<String> words = new ArrayList<>();
        Optional<Path> setpriv = programs.find(Programs.WITH_PARENT);
        setpriv.ifPresent(p -> words.addAll(List.of(p.toString(), "--pdeathsig", "KILL", "--")));
        words.addAll(command);
        return new ProcessBuilder(words)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private Ending protect() {
        try {
            return new Ending("vinculum-qemu-gone", process::destroyForcibly);
        } catch (IllegalStateException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static Thread read(String name, InputStream from, Consumer<String> to) {
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> pass(from, to));
        thread.start();
        return thread;
    }

    private static void pass(InputStream from, Consumer<String> to) {
        char[] piece = new char[PIECE];
        try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
                to.accept(new String(piece, 0, n));
            }
        } catch (IOException e) {
            // It was closed at our side: nobody listens any more.
            return;
        }
    }

    /// Whether it runs.
    public boolean isAlive() {
        return process.isAlive();
    }

    /// Done when it has ended.
    public CompletableFuture<?> ended() {
        return process.onExit();
    }

    /// Waits for its end, and for everything that it printed to have been passed on.
    ///
    /// @return whether it ended in that time
    public boolean await(Duration limit) throws InterruptedException {
        boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (ended) {
            console.join(LAST_WORDS);
            complaints.join(LAST_WORDS);
        }
        return ended;
    }

    /// How it ended, with what it said of itself, one line.
    public String end() {
        String said = complaint.line();
        return "QEMU ended with exit code "
                + process.exitValue()
                + (said.isEmpty() ? "" : ": " + said);
    }

    /// Ends it: asks, and after a while does not ask.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        process.destroy();
        interrupted |= !endsWithin(GRACE);
        process.destroyForcibly();
        interrupted |= !endsWithin(GRACE);
        ending.cancel();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false when the thread was interrupted meanwhile
    private boolean endsWithin(Duration limit) {
        try {
            await(limit);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
