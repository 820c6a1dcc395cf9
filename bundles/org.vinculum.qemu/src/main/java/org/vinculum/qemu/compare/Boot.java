package org.vinculum.qemu.compare;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.vinculum.live.LiveAudience;
import org.vinculum.qemu.process.ConsoleLines;
import org.vinculum.qemu.process.Verdict;
import org.vinculum.qemu.process.VerdictWatch;

/// What is heard of one boot: the guest's own figures, and when by our clock it was how far.
final class Boot implements LiveAudience {
    /// Uptime when the guest's first process starts.
    static final String BOOT = "boot";

    static final String PAIRS = "map-unmap-pairs";
    static final String DMA = "dma-rate";

    private static final String EMULATOR = "QEMU ";
    private static final String KERNEL = "Linux version ";
    private static final String FIGURE = "VINCULUM-FIGURE: ";
    private static final String PROBE = "VINCULUM-TEST: probe ";
    private static final double SECOND = 1e9;

    private final LongSupplier clock;
    private final VerdictWatch verdicts = new VerdictWatch();
    private final ConsoleLines lines = new ConsoleLines(this::hear);
    private final Map<String, Double> figures = new ConcurrentHashMap<>();
    private final CompletableFuture<Double> booted = new CompletableFuture<>();
    private final CompletableFuture<Double> attached = new CompletableFuture<>();
    private volatile String kernel = "";
    private volatile String emulator = "";
    private volatile long started;

    /// @param clock in nanoseconds
    Boot(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public void console(String text) {
        verdicts.take(text);
        lines.take(text);
    }

    /// The version of QEMU is told when its machine is complete, and the guest's processors are about to run.
    @Override
    public void progress(String line) {
        if (line.startsWith(EMULATOR)) {
            emulator = line;
            started = clock.getAsLong();
        }
    }

    private void hear(String line) {
        if (line.startsWith(FIGURE)) {
            figure(line.substring(FIGURE.length()).split(" ", 3));
        } else if (line.startsWith(PROBE)) {
            attached.complete(seconds());
        } else if (line.startsWith(KERNEL)) {
            kernel = line.substring(KERNEL.length()).split(" ", 2)[0];
        }
    }

    private void figure(String[] words) {
        if (words.length < 2) {
            return;
        }
        try {
            figures.putIfAbsent(words[0], Double.valueOf(words[1]));
        } catch (NumberFormatException e) {
            // Then it is none.
            return;
        }
        if (words[0].equals(BOOT)) {
            booted.complete(seconds());
        }
    }

    private double seconds() {
        return (clock.getAsLong() - started) / SECOND;
    }

    /// Seconds from the processors' start until the guest's first process was heard of.
    CompletableFuture<Double> booted() {
        return booted;
    }

    /// Seconds until the guest had a device behind an IOMMU and had looked at the driver's messages.
    OptionalDouble attached() {
        return whenDone(attached);
    }

    OptionalDouble bootSeconds() {
        return whenDone(booted);
    }

    private static OptionalDouble whenDone(CompletableFuture<Double> seconds) {
        Double value = seconds.getNow(null);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    CompletableFuture<Verdict> verdict() {
        return verdicts.verdict();
    }

    /// What the guest has measured.
    OptionalDouble figure(String name) {
        Double value = figures.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    Optional<String> kernel() {
        return kernel.isEmpty() ? Optional.empty() : Optional.of(kernel);
    }

    Optional<String> emulator() {
        return emulator.isEmpty() ? Optional.empty() : Optional.of(emulator);
    }
}
