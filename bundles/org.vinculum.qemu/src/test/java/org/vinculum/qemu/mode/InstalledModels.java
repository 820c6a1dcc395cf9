package org.vinculum.qemu.mode;

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
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.qemu.physical.Models;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.swap.Contender;
import org.vinculum.viommu.VirtualSmmuType;

/// What an installation brings: models, the virtual SMMU, and a hypervisor that finds both.
public final class InstalledModels implements Installed {
    public static List<IommuModelFactory> all() {
        List<IommuModelFactory> all = new ArrayList<>();
        for (SmmuProfile profile : Profiles.all()) {
            all.add(new SmmuFactory(profile, TranslationEngine.maker(profile.caches())));
        }
        return all;
    }

    /// @throws java.util.NoSuchElementException when there is none of that name
    public static IommuModelFactory named(String name) {
        return new InstalledModels().model(name).orElseThrow();
    }

    /// The same as one that may take over from another.
    ///
    /// @throws LiveGuestRefusedException when there is none of that name
    public static Contender contender(String name) {
        return new Contender(Models.find(name, all()), "");
    }

    public static Hypervisor hypervisor() {
        return description ->
                MachineStart.start(
                        description,
                        new InstalledModels(),
                        DriverMaker::overModel,
                        System::nanoTime);
    }

    @Override
    public Optional<IommuModelFactory> model(String name) {
        return all().stream().filter(model -> model.name().equals(name)).findFirst();
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
