package org.vinculum.itests.linux.shown;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.itests.linux.DebianKernel;
import org.vinculum.itests.linux.InstalledParts;
import org.vinculum.itests.linux.SmmuMode;
import org.vinculum.live.Count;
import org.vinculum.live.LiveAudience;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;
import org.vinculum.qemu.run.LiveRun;
import org.vinculum.qemu.run.Parts;
import org.vinculum.scenario.JsonLinesRecorder;

/// One run of a guest whose SMMU is traced: what it printed, and the trace.
final class TracedGuest implements LiveAudience {
    static final String PROFILE = "smmuv3-3.3";

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final StringBuffer console = new StringBuffer();
    private final List<String> progress = new ArrayList<>();
    private final ByteArrayOutputStream trace = new ByteArrayOutputStream();

    /// @param tests names of the guest's tests, between commas
    LiveReport run(String mode, int processors, Map<String, Long> identification, String tests)
            throws InterruptedException {
        return run(mode, processors, identification, tests, Optional.empty());
    }

    /// @param other model that takes turns with the one of the trace
    LiveReport run(
            String mode,
            int processors,
            Map<String, Long> identification,
            String tests,
            Optional<String> other)
            throws InterruptedException {
        LiveGuestDescription guest =
                new LiveGuestDescription(
                        mode,
                        PROFILE,
                        identification,
                        Optional.of(DebianKernel.named("cloud").image()),
                        Optional.empty(),
                        "vinculum.tests=" + tests,
                        LiveGuestDescription.DEFAULT_MEMORY,
                        processors,
                        LIMIT,
                        Optional.of(trace),
                        other);
        Parts parts = new InstalledParts(SmmuMode.all(), Optional.of(new JsonLinesRecorder()));
        return new LiveRun(parts, System.getenv()).run(guest, this);
    }

    static long count(LiveReport report, String what) {
        for (Count count : report.counts()) {
            if (count.what().equals(what)) {
                return count.value();
            }
        }
        throw new IllegalArgumentException("nobody counts " + what + ": " + report.counts());
    }

    byte[] trace() {
        return trace.toByteArray();
    }

    String printed() {
        return console.toString();
    }

    /// What was said that is not of the guest.
    synchronized String told() {
        return String.join("\n", progress);
    }

    @Override
    public void console(String text) {
        console.append(text);
    }

    @Override
    public synchronized void progress(String line) {
        progress.add(line);
    }
}
