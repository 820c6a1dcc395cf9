package org.vinculum.itests.linux.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.machine.DriverMaker;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.MachineStart;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.itests.linux.InstalledHypervisor;
import org.vinculum.itests.linux.SmmuMode;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.qemu.domain.DomainSmmu;
import org.vinculum.qemu.physical.PhysicalSmmu;
import org.vinculum.swap.Contender;

/// As [SmmuMode], with a fault at its place.
record FaultyMode(String name, Fault fault) implements GuestSmmuType, Installed {
    @Override
    public String title() {
        return name;
    }

    @Override
    public GuestSmmu create(GuestSmmuDescription description) {
        IommuModelFactory model = model(description.model()).orElseThrow();
        GuestSmmu right =
                name.equals(SmmuMode.PHYSICAL)
                        ? PhysicalSmmu.of(
                                description, _ -> new Contender(new Programmed(model, fault), ""))
                        : DomainSmmu.of(description, _ -> new Contender(model, ""), hypervisor());
        return fault.smmu(right, description.memory());
    }

    private Hypervisor hypervisor() {
        DriverMaker drivers =
                (smmu, model, settings, memory, devices) ->
                        DriverMaker.overModel(
                                smmu,
                                new Contender(
                                        FaultyModels.of(
                                                        model.factory().name(),
                                                        fault.at(smmu.path()))
                                                .orElseThrow(),
                                        model.version()),
                                settings,
                                memory,
                                devices);
        return description -> MachineStart.start(description, this, drivers, System::nanoTime);
    }

    @Override
    public Optional<IommuModelFactory> model(String name) {
        return FaultyModels.of(name, fault);
    }

    @Override
    public Optional<VirtualIommuType> virtualIommu(String name) {
        return new InstalledHypervisor()
                .virtualIommu(name)
                .map(right -> new FaultyVirtual(right, fault));
    }

    @Override
    public Optional<SchedulingPolicy> policy(String name) {
        return new InstalledHypervisor().policy(name);
    }

    /// A model that the guest programs itself.
    private record Programmed(IommuModelFactory right, Fault fault) implements IommuModelFactory {
        @Override
        public String name() {
            return right.name();
        }

        @Override
        public String kind() {
            return right.kind();
        }

        @Override
        public Map<String, String> features() {
            return right.features();
        }

        @Override
        public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
            return right.create(
                    new IommuSurroundings(
                            fault.memory(surroundings.memory()),
                            fault.interrupts(surroundings.interrupts()),
                            surroundings.endpoints()),
                    identification);
        }
    }

    private record FaultyVirtual(VirtualIommuType right, Fault fault) implements VirtualIommuType {
        @Override
        public String name() {
            return right.name();
        }

        @Override
        public VirtualIommu create(
                VirtualIommuDescription description,
                GuestSurroundings surroundings,
                List<HostSmmu> hosts) {
            return right.create(
                    description,
                    new GuestSurroundings(
                            fault.memory(surroundings.memory()),
                            fault.interrupts(surroundings.interrupts()),
                            surroundings.addressBits()),
                    hosts);
        }
    }
}
