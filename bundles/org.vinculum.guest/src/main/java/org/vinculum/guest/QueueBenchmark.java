package org.vinculum.guest;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.Report;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.queue.QueueRun;

/// Offers the measurement of the command queue's way.
@Component(name = "org.vinculum.guest.queue")
public final class QueueBenchmark implements Benchmark {
    private static final String MODEL = "smmuv3-3.2";
    private static final long SECOND = 1_000_000_000L;

    private final Hypervisor hypervisor;

    @Activate
    public QueueBenchmark(@Reference Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String name() {
        return QueueRun.NAME;
    }

    @Override
    public String title() {
        return "guest commands to host effects, register accesses, cycles of a driver";
    }

    @Override
    public Report run(Consumer<String> progress) throws InterruptedException {
        return new QueueRun(hypervisor, MODEL, SECOND).run(progress);
    }
}
