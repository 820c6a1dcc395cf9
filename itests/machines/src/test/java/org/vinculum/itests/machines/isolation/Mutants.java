package org.vinculum.itests.machines.isolation;

import static org.vinculum.itests.machines.isolation.Mutation.without;

import java.util.List;

/// Hypervisors that lack one defence each.
enum Mutants {
    /// Everything that a guest's STE says of word 1 reaches the host's.
    ENTRY_UNMASKED(
            without("hypervisor.host.table.EntryWords", "<clinit>", "Bits", "mask")
                    .only(4)
                    .answering(-1),
            without("viommu.stream.EntryRules", "<clinit>", "Bits", "mask").only(3).answering(-1)),
    /// A stream that is taken away goes on.
    STREAM_NOT_QUIETENED(without("hypervisor.host.SmmuDriver", "release", "Streams", "quieten")),
    /// SMMUs remember a window that is taken away.
    WINDOW_REMEMBERED(
            without("hypervisor.guest.AddressSpace", "removeWindow", "AddressSpace", "invalidate")),
    /// Memory is given back as it was left.
    MEMORY_NOT_WIPED(without("hypervisor.memory.MachineMemory", "release", "RamFile", "wipe")),
    /// A register write goes on as long as there is something to do.
    BUDGET_IGNORED(
            without("hypervisor.guest.CommandFlow", "goOn", "Math", "min").answering(1 << 20)),
    /// Records find their owner by physical stream ID alone.
    RECORDS_BY_STREAM_ALONE(
            without(
                            "hypervisor.machine.event.EventRouter",
                            "lambda$deliver$0",
                            "PhysicalSmmu",
                            "claim")
                    .calling("claim")),
    /// Records are handed on as the host wrote them.
    RECORDS_FORWARDED(
            without("viommu.event.HostReports", "event", "GuestEvents", "of").calling("forwarded")),
    /// Invalidations have another domain's VMID.
    ANOTHER_VMID(
            without("hypervisor.host.DomainSmmu", "invalidate", "Stage2", "vmid").answering(1)),
    /// Invalidations go to one of the physical SMMUs.
    ONE_SMMU_INVALIDATED(
            without("viommu.command.InvalidationCommands", "execute", "HostsInUse", "inUse")
                    .calling("first")),
    /// A CMD_SYNC completes without an answer of the hosts.
    SYNC_WITHOUT_WAITING(without("viommu.command.PendingSync", "answered", "HostSmmu", "outcome")),
    /// A CMD_SYNC waits for the first host that was given something.
    SYNC_OF_ONE_SMMU(
            without("viommu.command.PendingSync", "execute", "HostsInUse", "touchedFrom")
                    .only(1)
                    .answering(-1)),
    /// Events of transactions that wait are dropped like others.
    STALLS_DROPPED(
            without("hypervisor.machine.event.EventRouter", "deliver", "EventRouter", "stalled")),
    /// Nobody is told that events were dropped.
    OVERFLOW_UNTOLD(without("hypervisor.machine.event.EventRouter", "drop", "Claimant", "dropped"));

    private final List<Mutation> mutations;

    Mutants(Mutation... mutations) {
        this.mutations = List.of(mutations);
    }

    HostileRun.Maker maker() {
        MutantLoader loader = new MutantLoader(mutations);
        return loader::start;
    }
}
