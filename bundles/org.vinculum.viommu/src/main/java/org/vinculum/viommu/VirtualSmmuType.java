package org.vinculum.viommu;

import java.util.List;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.viommu.identification.Negotiation;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.state.SavedSmmu;
import org.vinculum.viommu.work.GuestWork;
import org.vinculum.viommu.work.WorkMaker;

/// Makes virtual SMMUs that show what the physical ones behind them have in common.
public final class VirtualSmmuType implements VirtualIommuType {
    private final WorkMaker maker;

    VirtualSmmuType(WorkMaker maker) {
        this.maker = maker;
    }

    @Override
    public String name() {
        return VirtualIommuDescription.SMMUV3;
    }

    @Override
    public VirtualIommu create(
            VirtualIommuDescription description,
            GuestSurroundings surroundings,
            List<HostSmmu> hosts) {
        Shown shown = new Shown(Negotiation.of(description, surroundings.addressBits(), hosts));
        GuestRegisters registers = new GuestRegisters(shown);
        GuestQueues queues = new GuestQueues(shown, registers, surroundings, hosts);
        GuestWork work = maker.make(shown, registers, queues, surroundings, hosts);
        registers.governs(work, queues);
        queues.requesters(work);
        return new VirtualSmmu(
                registers, queues, work, new SavedSmmu(shown, registers, queues, work, hosts));
    }
}
