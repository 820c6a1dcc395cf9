package org.vinculum.itests.linux.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vinculum.itests.linux.DebianKernel;
import org.vinculum.itests.linux.InstalledParts;
import org.vinculum.live.Count;
import org.vinculum.live.LiveAudience;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;
import org.vinculum.qemu.run.LiveRun;
import org.vinculum.qemu.run.Parts;

/// One run of a guest whose SMMU has a fault: what it printed, and what became of it.
final class FaultyGuest implements LiveAudience {
    /// Two, so that an error's interrupt is served while its driver waits for a CMD_SYNC on the other one.
    private static final int PROCESSORS = 2;

    // A loaded machine takes twenty times as long as an idle one.
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final Pattern FAILED = Pattern.compile("VINCULUM-TEST: (\\S+) FAIL ");

    static final String MODEL = "smmuv3-3.3";

    private final StringBuffer console = new StringBuffer();
    private final Fault fault;
    private final FaultyMode mode;
    private final int processors;
    private LiveReport report;

    /// @param mode name of a [org.vinculum.itests.linux.SmmuMode]
    FaultyGuest(String mode, Fault fault) {
        this(mode, fault, PROCESSORS);
    }

    FaultyGuest(String mode, Fault fault, int processors) {
        this.processors = processors;
        this.fault = fault;
        this.mode = new FaultyMode(mode, fault);
    }

    /// @param tests of the guest, separated by commas; more words of the kernel's command line may follow
    FaultyGuest run(Map<String, Long> identification, String tests) throws InterruptedException {
        LiveGuestDescription guest =
                new LiveGuestDescription(
                        mode.name(),
                        MODEL,
                        identification,
                        Optional.of(DebianKernel.named("cloud").image()),
                        Optional.empty(),
                        "vinculum.tests=" + tests,
                        LiveGuestDescription.DEFAULT_MEMORY,
                        processors,
                        LIMIT,
                        Optional.empty());
        Parts parts = new InstalledParts(List.of(mode), Optional.empty());
        report = new LiveRun(parts, System.getenv()).run(guest, this);
        return this;
    }

    /// `PASS n tests` or `FAIL test: why`.
    String verdict() {
        return report.verdict();
    }

    String printed() {
        return console.toString();
    }

    /// The guest's tests that failed, in their order.
    List<String> failed() {
        return FAILED.matcher(printed()).results().map(test -> test.group(1)).toList();
    }

    /// A figure of the report, 0 for one that is not there.
    long count(String what) {
        for (Count count : report.counts()) {
            if (count.what().equals(what)) {
                return count.value();
            }
        }
        return 0;
    }

    @Override
    public void console(String text) {
        console.append(text);
        fault.printed(text);
    }

    @Override
    public void progress(String line) {
        console.append(line).append('\n');
    }
}
