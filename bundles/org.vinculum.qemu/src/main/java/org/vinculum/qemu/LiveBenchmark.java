package org.vinculum.qemu;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.BenchmarkRefusedException;
import org.vinculum.benchmark.Report;
import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.qemu.compare.LiveComparison;

/// Offers the comparison of live guests.
@Component(name = "org.vinculum.qemu.compare")
public final class LiveBenchmark implements Benchmark {
    private final LiveGuest guest;

    @Activate
    public LiveBenchmark(@Reference LiveGuest guest) {
        this.guest = guest;
    }

    @Override
    public String name() {
        return LiveComparison.NAME;
    }

    @Override
    public String title() {
        return "a stock Linux without an SMMU, on QEMU's own, and on ours";
    }

    @Override
    public Report run(Consumer<String> progress) throws InterruptedException {
        try {
            return new LiveComparison(guest, System.getenv()).run(progress);
        } catch (LiveGuestRefusedException e) {
            throw new BenchmarkRefusedException(e.reasons());
        }
    }
}
