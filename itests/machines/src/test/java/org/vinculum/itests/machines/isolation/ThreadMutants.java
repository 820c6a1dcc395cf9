package org.vinculum.itests.machines.isolation;

import static org.vinculum.itests.machines.isolation.Mutation.without;

import java.util.List;
import java.util.stream.Stream;
import org.vinculum.domain.Hypervisor;

/// Hypervisors that swap wrongly as soon as there are other threads. All of them take their time with it.
enum ThreadMutants {
    /// None: that it takes its time does no harm.
    RIGHT(),
    /// Transactions begin while a state is on its way.
    GATE_NOT_CLOSED(without("hypervisor.host.flight.Flights", "hold", "Gate", "close")),
    /// A state is saved before the transactions have landed that are under way.
    FLIGHTS_NOT_AWAITED(without("hypervisor.host.flight.Flights", "hold", "Flight", "number")),
    /// Commands go on while a state is on its way.
    LOCK_NOT_HELD(
            without("hypervisor.host.ModelPlace", "exchange", "ModelPlace$Driven", "lock")
                    .calling(SwapDefects.class, "anotherLock"),
            without("hypervisor.host.ModelPlace", "goOn", "Object", "notifyAll"));

    private static final List<Mutation> SLOW =
            List.of(
                    without("swap.Handover", "lambda$handOver$0", "Handover", "state")
                            .calling(SwapDefects.class, "slowly"),
                    without("hypervisor.host.SmmuDriver", "translate", "IommuModel", "translate")
                            .calling(SwapDefects.class, "late"));

    private final List<Mutation> mutations;

    ThreadMutants(Mutation... mutations) {
        this.mutations = List.of(mutations);
    }

    Hypervisor hypervisor() {
        return new MutantLoader(Stream.concat(SLOW.stream(), mutations.stream()).toList())
                .hypervisor();
    }
}
