package org.vinculum.itests.linux;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.SchedulingPolicy;
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

/// Every model of an SMMU, and a hypervisor that finds them and the virtual SMMU, without a framework.
public final class InstalledHypervisor implements Installed {
    // A loaded machine takes twenty times as long as an idle one.
    private static final SwapSettings PATIENT =
            new SwapSettings(
                    Duration.ofSeconds(10),
                    SwapSettings.ORDINARY.probation(),
                    SwapSettings.ORDINARY.grace());

    public static List<IommuModelFactory> models() {
        List<IommuModelFactory> models = new ArrayList<>();
        for (SmmuProfile profile : Profiles.all()) {
            models.add(new SmmuFactory(profile, TranslationEngine.maker(profile.caches())));
        }
        return models;
    }

    public static Hypervisor start() {
        return description ->
                MachineStart.start(
                        description,
                        new InstalledHypervisor(),
                        DriverMaker::overModel,
                        System::nanoTime);
    }

    @Override
    public Optional<IommuModelFactory> model(String name) {
        return models().stream().filter(model -> model.name().equals(name)).findFirst();
    }

    @Override
    public SwapSettings swaps() {
        return PATIENT;
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
