package org.vinculum.guest;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.Report;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.fairness.FairnessRun;

/// Offers the measurement of fairness.
@Component(name = "org.vinculum.guest.fairness")
public final class FairnessBenchmark implements Benchmark {
    private static final String MODEL = "smmuv3-3.2";
    private static final List<Integer> CROWDS = List.of(1, 7, 31);
    private static final int CYCLES = 400;

    private final Hypervisor hypervisor;

    @Activate
    public FairnessBenchmark(@Reference Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String name() {
        return FairnessRun.NAME;
    }

    @Override
    public String title() {
        return "what guests that flood do to one that behaves well";
    }

    @Override
    public Report run(Consumer<String> progress) throws InterruptedException {
        return new FairnessRun(hypervisor, MODEL, CROWDS, CYCLES).run(progress);
    }
}
