package org.vinculum.itests.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Report;
import org.vinculum.guest.fairness.FairnessRun;
import org.vinculum.guest.queue.QueueRun;
import org.vinculum.guest.swap.Load;
import org.vinculum.guest.swap.SwapRun;
import org.vinculum.swap.CommonIdentification;

/// The benchmarks, briefly: that they come to an end, and those of their figures that do not depend on the machine.
class BenchmarkTests {
    private static final String WHOLE_SHARE = "SYNC p99, whole share used";

    /// Host commands that each other guest gets before a guest that has used its share is served again.
    private static final int TURN = 64;

    private static final long BRIEFLY = 50_000_000L;

    @Test
    void floodsLeaveAGuestItsShareOfHostCommands() throws InterruptedException {
        Report report =
                new FairnessRun(new PlainHypervisor(), "smmuv3-3.2", List.of(3), 60).run(_ -> {});

        assertThat(report.measurements())
                .filteredOn(one -> one.unit().equals("host commands") || one.unit().isEmpty())
                .filteredOn(one -> !one.quantity().startsWith("DMA rate"))
                .filteredOn(one -> !one.quantity().equals(WHOLE_SHARE))
                .allMatch(Measurement::reached);
        assertThat(report.measurements())
                .filteredOn(one -> one.quantity().equals(WHOLE_SHARE))
                .isNotEmpty()
                .allMatch(one -> one.value() <= 3 * TURN);
    }

    @Test
    void swapsUnderBusyGuestsLoseNothing() throws InterruptedException {
        List<String> models = List.of("smmuv3-3.2", "mmu-700-r1p1");
        var common =
                CommonIdentification.of(
                        PlainHypervisor.models().stream()
                                .filter(model -> models.contains(model.name()))
                                .toList());

        Report report =
                new SwapRun(new PlainHypervisor(), models, common, 3, 10)
                        .run(List.of(new Load(7, 0), new Load(3, 20)), _ -> {});

        assertThat(report.measurements())
                .filteredOn(one -> one.unit().isEmpty())
                .hasSize(6)
                .allMatch(Measurement::reached);
    }

    @Test
    void aGuestCommandIsOneHostCommand() throws InterruptedException {
        Report report = new QueueRun(new PlainHypervisor(), "smmuv3-3.2", BRIEFLY).run(_ -> {});

        assertThat(report.measurements())
                .filteredOn(one -> one.quantity().startsWith("host commands"))
                .hasSize(2)
                .allMatch(Measurement::reached);
    }
}
