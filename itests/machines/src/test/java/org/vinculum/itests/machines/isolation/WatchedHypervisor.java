package org.vinculum.itests.machines.isolation;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;
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
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.itests.machines.PlainHypervisor;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapSettings;
import org.vinculum.swap.SwappableModel;
import org.vinculum.viommu.VirtualSmmuType;

/// Our hypervisor with our virtual SMMU over our models, each behind a [Watch]. Loaded once more for each mutant.
public final class WatchedHypervisor implements Installed {
    /// Before the memory of each SMMU.
    private static final int CANARIES = 4;

    private final Watch watch;

    private WatchedHypervisor(Watch watch) {
        this.watch = watch;
    }

    /// @param time for what is measured in it
    public static Machine start(MachineDescription description, Watch watch, LongSupplier time) {
        WatchedHypervisor hypervisor = new WatchedHypervisor(watch);
        return MachineStart.start(description, hypervisor, hypervisor::driver, time);
    }

    private HostDriver driver(
            MachineDescription.Smmu smmu,
            Contender first,
            SwapSettings settings,
            MachineMemory memory,
            Endpoints devices) {
        for (int i = 0; i < CANARIES; i++) {
            watch.canary(memory, memory.allocate(MachineMemory.PAGE, MachineMemory.PAGE));
        }
        HostInterrupts interrupts = new HostInterrupts();
        var surroundings = new IommuSurroundings(watch.models(memory), interrupts, devices);
        var model =
                new SwappableModel(
                        smmu.path(), first, surroundings, smmu.identification(), settings);
        watch.stands(model);
        return new SmmuDriver(smmu.path(), model, settings, memory, memory::allocate, interrupts);
    }

    @Override
    public Optional<IommuModelFactory> model(String name) {
        for (SmmuProfile profile : Profiles.all()) {
            if (profile.name().equals(name)) {
                return Optional.of(
                        watch.slow(
                                new SmmuFactory(
                                        profile, TranslationEngine.maker(profile.caches()))));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<VirtualIommuType> virtualIommu(String name) {
        return name.equals(VirtualIommuDescription.SMMUV3)
                ? Optional.of(new Watched())
                : Optional.empty();
    }

    @Override
    public SwapSettings swaps() {
        return PlainHypervisor.PATIENT;
    }

    @Override
    public Optional<SchedulingPolicy> policy(String name) {
        return Optional.of(new DeficitRoundRobin());
    }

    private final class Watched implements VirtualIommuType {
        private final VirtualIommuType real = new VirtualSmmuType();

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public VirtualIommu create(
                VirtualIommuDescription description,
                GuestSurroundings surroundings,
                List<HostSmmu> hosts) {
            return real.create(
                    description,
                    new GuestSurroundings(
                            watch.virtual(surroundings.memory()),
                            surroundings.interrupts(),
                            surroundings.addressBits()),
                    hosts);
        }
    }
}
