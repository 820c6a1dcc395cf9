package org.vinculum.hypervisor;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.hypervisor.schedule.DeficitRoundRobin;

/// Offers the policy that is always there.
@Component(name = "org.vinculum.hypervisor.schedule")
@Capability(namespace = "vinculum.contract", name = "scheduling.policy", version = "1.0")
public final class RoundRobinService implements SchedulingPolicy {
    private final SchedulingPolicy policy = new DeficitRoundRobin();

    @Override
    public String name() {
        return policy.name();
    }

    @Override
    public Turns create() {
        return policy.create();
    }
}
