package org.vinculum.itests.linux;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.vinculum.live.LiveAudience;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;
import org.vinculum.qemu.run.LiveRun;
import org.vinculum.qemu.run.Parts;

/// One run of a guest that tests its SMMU, and what it printed.
public final class TestedGuest implements LiveAudience {
    /// An event queue of 128 entries and a command queue of 256: small enough to overflow and to wrap.
    private static final Map<String, Long> SMALL_QUEUES = Map.of("IDR1", 0x0107_0010L);

    // A loaded machine takes twenty times as long as an idle one.
    public static final Duration LIMIT = Duration.ofMinutes(4);

    private final StringBuffer console = new StringBuffer();

    public LiveReport run(String mode, int processors, DebianKernel kernel, String append)
            throws InterruptedException {
        LiveGuestDescription guest =
                new LiveGuestDescription(
                        mode,
                        "smmuv3-3.3",
                        SMALL_QUEUES,
                        Optional.of(kernel.image()),
                        Optional.empty(),
                        append,
                        LiveGuestDescription.DEFAULT_MEMORY,
                        processors,
                        LIMIT,
                        Optional.empty());
        return run(guest, new InstalledParts());
    }

    public LiveReport run(LiveGuestDescription guest, Parts parts) throws InterruptedException {
        return new LiveRun(parts, System.getenv()).run(guest, this);
    }

    public String printed() {
        return console.toString();
    }

    @Override
    public void console(String text) {
        console.append(text);
    }

    @Override
    public void progress(String line) {
        console.append(line).append('\n');
    }
}
