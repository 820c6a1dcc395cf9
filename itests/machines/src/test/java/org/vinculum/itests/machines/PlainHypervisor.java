package org.vinculum.itests.machines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.machine.DriverMaker;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.MachineStart;
import org.vinculum.hypervisor.schedule.DeficitRoundRobin;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.swap.SwapSettings;
import org.vinculum.viommu.VirtualSmmuType;

/// The hypervisor without a framework: our models, our virtual SMMU, our policy.
public final class PlainHypervisor implements Hypervisor {
    /// Ordinary but for the deadline: that a machine is busy is no reason to refuse.
    public static final SwapSettings PATIENT =
            new SwapSettings(
                    Duration.ofSeconds(20),
                    SwapSettings.ORDINARY.probation(),
                    SwapSettings.ORDINARY.grace());

    private final Installed installed = new Bundled();

    @Override
    public Machine start(MachineDescription description) {
        return MachineStart.start(description, installed, DriverMaker::overModel, System::nanoTime);
    }

    /// The models that we bring along.
    public static List<IommuModelFactory> models() {
        List<IommuModelFactory> models = new ArrayList<>();
        for (SmmuProfile profile : Profiles.all()) {
            models.add(new SmmuFactory(profile, TranslationEngine.maker(profile.caches())));
        }
        return models;
    }

    private static final class Bundled implements Installed {
        @Override
        public Optional<IommuModelFactory> model(String name) {
            return models().stream().filter(model -> model.name().equals(name)).findFirst();
        }

        @Override
        public Optional<VirtualIommuType> virtualIommu(String name) {
            return name.equals(VirtualIommuDescription.SMMUV3)
                    ? Optional.of(new VirtualSmmuType())
                    : Optional.empty();
        }

        @Override
        public SwapSettings swaps() {
            return PATIENT;
        }

        @Override
        public Optional<SchedulingPolicy> policy(String name) {
            return name.equals(MachineDescription.DEFAULT_POLICY)
                    ? Optional.of(new DeficitRoundRobin())
                    : Optional.empty();
        }
    }
}
