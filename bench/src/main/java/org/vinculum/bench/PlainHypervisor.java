package org.vinculum.bench;

import java.util.Optional;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.hypervisor.host.HostInterrupts;
import org.vinculum.hypervisor.host.SmmuDriver;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.MachineStart;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.hypervisor.schedule.DeficitRoundRobin;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.viommu.VirtualSmmuType;

/// The hypervisor without a framework: our models, our virtual SMMU, our policy.
final class PlainHypervisor implements Hypervisor {
    private static final Installed BUNDLED = new Bundled();

    @Override
    public Machine start(MachineDescription description) {
        return MachineStart.start(description, BUNDLED, PlainHypervisor::driver, System::nanoTime);
    }

    private static HostDriver driver(
            MachineDescription.Smmu smmu,
            IommuModelFactory factory,
            MachineMemory memory,
            Endpoints devices) {
        var interrupts = new HostInterrupts();
        var surroundings = new IommuSurroundings(memory, interrupts, devices);
        return new SmmuDriver(
                smmu.path(),
                factory.create(surroundings, smmu.identification()),
                memory,
                memory::allocate,
                interrupts);
    }

    private static final class Bundled implements Installed {
        @Override
        public Optional<IommuModelFactory> model(String name) {
            return Profiles.all().stream()
                    .filter(profile -> profile.name().equals(name))
                    .findFirst()
                    .map(profile ->
                            new SmmuFactory(profile, TranslationEngine.maker(profile.caches())));
        }

        @Override
        public Optional<VirtualIommuType> virtualIommu(String name) {
            return Optional.of(new VirtualSmmuType());
        }

        @Override
        public Optional<SchedulingPolicy> policy(String name) {
            return Optional.of(new DeficitRoundRobin());
        }
    }
}
