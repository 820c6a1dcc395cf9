package org.vinculum.hypervisor.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.schedule.DeficitRoundRobin;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// Machines over models, and the drivers that drive them.
final class RealBench implements Installed {
    static final long RAM = 0x8000_0000L;

    /// SMMUs `/smmu0` and so on, all of one profile.
    static Machine machine(String profile, int smmus, long ram, Ram... shared) {
        List<MachineDescription.Smmu> all = new java.util.ArrayList<>();
        for (int i = 0; i < smmus; i++) {
            var frame = AddressRange.of(0x1000_0000L + 0x2_0000L * i, 0x2_0000);
            all.add(new MachineDescription.Smmu("/smmu" + i, frame, profile, Map.of()));
        }
        var description =
                new MachineDescription(
                        all,
                        List.of(AddressRange.of(RAM, ram)),
                        List.of(shared),
                        Optional.empty(),
                        MachineDescription.DEFAULT_BUDGET,
                        MachineDescription.DEFAULT_POLICY);
        return MachineStart.start(
                description, new RealBench(), DriverMaker::overModel, System::nanoTime);
    }

    @Override
    public Optional<IommuModelFactory> model(String name) {
        for (SmmuProfile profile : Profiles.all()) {
            if (profile.name().equals(name)) {
                return Optional.of(
                        new SmmuFactory(profile, TranslationEngine.maker(CacheSizes.ORDINARY)));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<VirtualIommuType> virtualIommu(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<SchedulingPolicy> policy(String name) {
        return Optional.of(new DeficitRoundRobin());
    }
}
