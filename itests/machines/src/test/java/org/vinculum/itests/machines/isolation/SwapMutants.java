package org.vinculum.itests.machines.isolation;

import static org.vinculum.itests.machines.isolation.Mutation.without;

import java.util.List;

/// Hypervisors that swap wrongly, each in one respect.
///
/// Not here: CMDQ_CONS of one command before, since what a command forgets, ends or answers twice is gone the second time.
/// Owed interrupts, since edges are never on their way here: models raise them in their calls, and the driver remembers.
enum SwapMutants {
    /// Transactions that wait do not get into the state.
    STALLS_DROPPED(handedOver("withoutStalls")),
    /// They get into it under two names each. The same name twice is one transaction, and cannot matter.
    STALLS_TWICE(handedOver("stallsTwice")),
    /// They get into it as those that software knows nothing of.
    STALLS_UNTOLD(handedOver("stallsUntold")),
    /// CMDQ_CONS is one command ahead.
    COMMAND_SKIPPED(handedOver("commandSkipped")),
    /// EVENTQ_PROD does not go along.
    EVENTS_OVERWRITTEN(handedOver("eventsForgotten")),
    /// OVFLG does not go along.
    OVERFLOW_FORGOTTEN(handedOver("overflowForgotten")),
    /// GERROR does not go along.
    ERRORS_FORGOTTEN(handedOver("errorsForgotten")),
    /// The first model goes on translating, and has all that it needs for that.
    CACHES_KEPT(
            notRevoked(),
            without("hypervisor.host.SmmuDriver", "translate", "IommuModel", "translate")
                    .calling(SwapDefects.class, "byTheFirst")),
    /// Whoever has been replaced reaches devices as before.
    NOT_REVOKED(notRevoked()),
    /// Software is shown what the next one can do.
    IDENTIFICATION_THAWED(
            without("swap.Preparation", "made", "Shown", "identification")
                    .calling(SwapDefects.class, "asItIs"),
            without("swap.Preparation", "made", "Preparation", "differences")
                    .calling(SwapDefects.class, "nothing")),
    /// Of what a virtual SMMU has given to hosts, its successor does not wait for the end.
    VIRTUAL_WAITS_DROPPED(
            without("viommu.stream.HostsInUse", "takenOver", "BitSet", "set").only(0)),
    /// A virtual SMMU does not learn what waits in the hosts.
    HOST_STALLS_UNTOLD(
            without(
                    "hypervisor.guest.emulator.SwappableIommu",
                    "takeOver",
                    "SwappableIommu",
                    "tellAgain"));

    private final List<Mutation> mutations;

    SwapMutants(Mutation... mutations) {
        this.mutations = List.of(mutations);
    }

    private static Mutation handedOver(String defect) {
        return without("swap.Handover", "lambda$handOver$0", "Handover", "state")
                .calling(SwapDefects.class, defect);
    }

    private static Mutation notRevoked() {
        return without("swap.SwappableModel", "exchange", "RevocableSurroundings", "revoke");
    }

    HostileRun.Maker maker() {
        MutantLoader loader = new MutantLoader(mutations);
        return loader::start;
    }
}
