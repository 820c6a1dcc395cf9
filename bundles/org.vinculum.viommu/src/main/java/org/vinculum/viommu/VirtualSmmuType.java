package org.vinculum.viommu;

import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.viommu.command.HostWork;
import org.vinculum.viommu.identification.Hosts;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.state.SavedSmmu;
import org.vinculum.viommu.work.GuestWork;
import org.vinculum.viommu.work.WorkMaker;

/// Makes virtual SMMUs that show what the physical ones behind them have in common.
@Component(name = "org.vinculum.viommu")
@Capability(namespace = "vinculum.contract", name = "virtual.iommu.type", version = "1.0")
public final class VirtualSmmuType implements VirtualIommuType {
    private final WorkMaker maker;

    @Activate
    public VirtualSmmuType() {
        this(HostWork::new);
    }

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
        Hosts behind = new Hosts(description, surroundings.addressBits(), hosts);
        Shown shown = behind.shown();
        GuestRegisters registers = new GuestRegisters(shown);
        GuestQueues queues = new GuestQueues(shown, registers, surroundings, behind.all());
        GuestWork work = maker.make(shown, registers, queues, surroundings, behind.all());
        registers.governs(work, queues);
        queues.requesters(work);
        return new VirtualSmmu(
                behind, registers, queues, work, new SavedSmmu(behind, registers, queues, work));
    }
}
