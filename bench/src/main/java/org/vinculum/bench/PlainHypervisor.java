package org.vinculum.bench;

import java.util.Optional;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.machine.DriverMaker;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.MachineStart;
import org.vinculum.hypervisor.schedule.DeficitRoundRobin;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.viommu.VirtualSmmuType;

/// The hypervisor without a framework: our models, our virtual SMMU, our policy.
final class PlainHypervisor implements Hypervisor {
    private static final Installed BUNDLED = new Bundled();

    @Override
    public Machine start(MachineDescription description) {
        return MachineStart.start(description, BUNDLED, DriverMaker::overModel, System::nanoTime);
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
