package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.DomainState;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.iommu.SavedState;

/// A domain's state, taken so that it can go on elsewhere, and taken over from elsewhere. Used under the administration's
/// lock.
final class Checkpoint {
    /// Records that are delivered at once.
    private static final int RECORDS = 256;

    /// Batches of records after which a queue must have been empty: it holds 2^19.
    private static final int BATCHES = 1 << 12;

    private final String name;
    private final HostMachine machine;
    private final DomainParts parts;

    Checkpoint(String name, HostMachine machine, DomainParts parts) {
        this.name = name;
        this.machine = machine;
        this.parts = parts;
    }

    /// Stops the guest, lets everything arrive that has happened, then looks.
    DomainState save() {
        for (GuestIommu viommu : parts.viommus()) {
            viommu.suspension().suspend(parts.streams().of(viommu));
        }
        parts.streams().passDirect(false);
        for (PhysicalSmmu smmu : machine.smmus().values()) {
            deliverAll(smmu);
        }
        List<SavedState> states = new ArrayList<>();
        for (GuestIommu viommu : parts.viommus()) {
            states.add(viommu.suspension().save());
        }
        return new DomainState(DomainState.VERSION, name, states);
    }

    private void deliverAll(PhysicalSmmu smmu) {
        smmu.driver().awaitModel();
        for (int i = 0; machine.router().route(smmu, RECORDS) && i < BATCHES; i++) {
            smmu.report(); // others' records may still come
        }
    }

    /// @throws MachineRefusedException when the state is of another shape, or needs what is not here
    void restore(DomainState state) {
        List<String> reasons = refusals(state);
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons);
        }
        List<SavedState> before = new ArrayList<>();
        parts.viommus().forEach(viommu -> before.add(viommu.suspension().hold()));
        boolean all = false;
        try {
            replaceAll(state.viommus(), before);
            all = true;
        } finally {
            for (GuestIommu viommu : parts.viommus()) {
                viommu.suspension().resume(all);
            }
        }
        parts.streams().passDirect(true);
    }

    private void replaceAll(List<SavedState> states, List<SavedState> before) {
        int done = 0;
        try {
            for (GuestIommu viommu : parts.viommus()) {
                viommu.suspension().replace(states.get(done));
                done++;
            }
        } catch (MachineRefusedException e) {
            for (int i = 0; i < done; i++) {
                parts.viommus().get(i).suspension().replace(before.get(i));
            }
            throw e;
        }
    }

    private List<String> refusals(DomainState state) {
        List<String> reasons = new ArrayList<>();
        if (state.version() != DomainState.VERSION) {
            reasons.add("A state of version " + state.version() + " is not known here.");
        }
        int there = state.viommus().size();
        int here = parts.viommus().size();
        if (there != here) {
            reasons.add(
                    "The state is of %d virtual IOMMUs, the domain has %d.".formatted(there, here));
        }
        return reasons;
    }
}
