package org.vinculum.hypervisor.schedule;

import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;

/// The policy that is always there: clients take turns, each as long as its weight says, and who has hardly used its share
/// need not wait for its turn.
public final class DeficitRoundRobin implements SchedulingPolicy {
    @Override
    public String name() {
        return MachineDescription.DEFAULT_POLICY;
    }

    @Override
    public Turns create() {
        return new Rounds();
    }
}
