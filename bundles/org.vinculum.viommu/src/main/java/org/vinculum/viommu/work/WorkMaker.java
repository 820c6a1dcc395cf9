package org.vinculum.viommu.work;

import java.util.List;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;

/// Makes what a virtual SMMU does on its hosts.
@FunctionalInterface
public interface WorkMaker {
    /// @param hosts in the order that [org.vinculum.domain.VirtualStream#host()] counts in; may grow
    GuestWork make(
            Shown shown,
            GuestRegisters registers,
            GuestQueues queues,
            GuestSurroundings surroundings,
            List<HostSmmu> hosts);
}
