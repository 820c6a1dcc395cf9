package org.vinculum.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.BenchmarkRefusedException;
import org.vinculum.benchmark.Report;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.swap.Load;
import org.vinculum.guest.swap.SwapRun;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.swap.CommonIdentification;

/// Offers the measurement of live swaps.
@Component(name = "org.vinculum.guest.swap")
public final class SwapBenchmark implements Benchmark {
    private static final List<String> MODELS = List.of("smmuv3-3.2", "mmu-700-r1p1");
    private static final List<Integer> STREAMS = List.of(8, 100, 1000);

    /// The most is what both models can hold.
    private static final List<Integer> STALLED = List.of(0, 16, 128);

    private static final int GUESTS = 8;
    private static final int SWAPS = 200;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<IommuModelFactory> installed;

    private final Hypervisor hypervisor;

    @Activate
    public SwapBenchmark(@Reference Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String name() {
        return SwapRun.NAME;
    }

    @Override
    public String title() {
        return "for how long guests wait while another model takes over";
    }

    @Override
    public Report run(Consumer<String> progress) throws InterruptedException {
        List<Load> loads = new ArrayList<>();
        for (int streams : STREAMS) {
            for (int stalled : STALLED) {
                loads.add(new Load(streams, stalled));
            }
        }
        Map<String, Long> common =
                CommonIdentification.of(MODELS.stream().map(this::factory).toList());
        return new SwapRun(hypervisor, MODELS, common, GUESTS, SWAPS).run(loads, progress);
    }

    private IommuModelFactory factory(String name) {
        for (IommuModelFactory one : installed) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new BenchmarkRefusedException(List.of("No model " + name + " is installed."));
    }
}
