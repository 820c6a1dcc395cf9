package org.vinculum.guest;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.Report;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.scale.ScaleRun;

/// Offers the measurement of a large machine.
@Component(name = "org.vinculum.guest.scale")
public final class ScaleBenchmark implements Benchmark {
    private static final String MODEL = "smmuv3-3.2";
    private static final int SMMUS = 64;
    private static final int GUESTS = 32;
    private static final int STREAMS = 32;
    private static final int ROUNDS = 20;

    private final Hypervisor hypervisor;

    @Activate
    public ScaleBenchmark(@Reference Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String name() {
        return ScaleRun.NAME;
    }

    @Override
    public String title() {
        return "start, memory and traffic of a machine with 64 SMMUs and 1,024 streams";
    }

    @Override
    public Report run(Consumer<String> progress) throws InterruptedException {
        return new ScaleRun(hypervisor, MODEL, SMMUS, GUESTS, STREAMS, ROUNDS).run(progress);
    }
}
