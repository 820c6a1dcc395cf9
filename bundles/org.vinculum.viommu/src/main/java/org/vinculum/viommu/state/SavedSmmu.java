package org.vinculum.viommu.state;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.viommu.identification.Hosts;
import org.vinculum.viommu.identification.Identification;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;

/// The saved state of a virtual SMMU: registers by their names, events that wait, and what its other parts have to say.
public final class SavedSmmu {
    /// What every virtual SMMUv3 of this bundle says of itself.
    public static final String KIND = "smmuv3-virtual";

    private static final int VERSION = 1;
    private static final String WAITING = "EVENTQ.WAITING";
    private static final String ANSWERS = "PRIQ.ANSWERS";

    private final GuestRegisters registers;
    private final GuestQueues queues;
    private final SavedPart work;
    private final Hosts hosts;

    public SavedSmmu(Hosts hosts, GuestRegisters registers, GuestQueues queues, SavedPart work) {
        this.registers = registers;
        this.queues = queues;
        this.work = work;
        this.hosts = hosts;
    }

    public SavedState save() {
        SortedMap<String, Long> values = new TreeMap<>();
        SortedMap<String, String> more = new TreeMap<>();
        List<Stalled> stalled = new ArrayList<>();
        registers.save(values);
        more.put(WAITING, SavedRecords.text(queues.waiting()));
        String answers = queues.answersWaiting();
        if (!answers.isEmpty()) {
            more.put(ANSWERS, answers);
        }
        work.save(stalled, more);
        return new SavedState(KIND, VERSION, KIND, values, stalled, more);
    }

    /// @throws MachineRefusedException when the state is no state of a virtual SMMU, or the guest has been shown what is lacking
    ///     here; nothing has changed then
    public void restore(SavedState state) {
        List<String> reasons = refusals(state);
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons);
        }
        hosts.shown().takeOver(Identification.of(state));
        registers.restore(state);
        queues.waiting(SavedRecords.records(state.more().get(WAITING)));
        queues.answersWaiting(state.more().getOrDefault(ANSWERS, ""));
        work.restore(state);
        registers.resume();
    }

    private List<String> refusals(SavedState state) {
        if (!state.kind().equals(KIND)) {
            return List.of("The state is of a " + state.kind() + ", not of a " + KIND + ".");
        }
        if (state.version() != VERSION) {
            return List.of("The state has version " + state.version() + ", not " + VERSION + ".");
        }
        List<String> reasons = new ArrayList<>(hosts.refusals(Identification.of(state)));
        int stalls = Identification.of(state).idr5().get(Idr5.STALL_MAX);
        if (!SavedRecords.readable(state.more().get(WAITING), stalls)) {
            reasons.add("No records of at most " + stalls + " stalls: " + WAITING + ".");
        }
        reasons.addAll(work.refusals(state));
        return reasons;
    }
}
