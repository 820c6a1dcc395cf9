package org.vinculum.hypervisor.schedule;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;

/// The policy that is always there: clients take turns, each as long as its weight says, and who has hardly used its share
/// need not wait for its turn.
@Component(name = "org.vinculum.hypervisor.schedule")
@Capability(namespace = "vinculum.contract", name = "scheduling.policy", version = "1.0")
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
