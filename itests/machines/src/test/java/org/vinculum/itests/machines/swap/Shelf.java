package org.vinculum.itests.machines.swap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.machine.DriverMaker;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.MachineStart;
import org.vinculum.hypervisor.machine.swap.ModelWatcher;
import org.vinculum.hypervisor.schedule.DeficitRoundRobin;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.memory.AddressRange;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapSettings;
import org.vinculum.viommu.VirtualSmmuType;

/// Models that a test brings and takes away while a machine runs; the latest of those that are alike is the best.
final class Shelf implements Installed {
    /// A choice that leaves it to the shelf.
    static final String ANY = "(name=*)";

    private final List<Contender> models = new CopyOnWriteArrayList<>();
    private final List<ModelWatcher> watchers = new CopyOnWriteArrayList<>();
    private SwapSettings settings = SwapSettings.ORDINARY;

    static Shelf with(String... names) {
        Shelf shelf = new Shelf();
        for (String name : names) {
            shelf.add(Pool.model(name), "1.0");
        }
        return shelf;
    }

    /// @param millis for which an SMMU waits when its model has gone
    Shelf patient(long millis) {
        settings =
                new SwapSettings(
                        settings.deadline(), settings.probation(), Duration.ofMillis(millis));
        return this;
    }

    /// @param millis for which somebody else's code may keep a swap
    Shelf hurried(long millis) {
        settings =
                new SwapSettings(Duration.ofMillis(millis), settings.probation(), settings.grace());
        return this;
    }

    /// A machine with one SMMU.
    TestedMachine machine(String choice, Map<String, Long> identification) {
        var smmu =
                new MachineDescription.Smmu(
                        "/smmu0",
                        AddressRange.of(TestedMachine.FRAMES, TestedMachine.FRAME),
                        choice,
                        identification);
        var description =
                new MachineDescription(
                        List.of(smmu),
                        List.of(AddressRange.of(TestedMachine.RAM, 256L << 20)),
                        Optional.of(AddressRange.of(TestedMachine.MESSAGES, 0x1_0000)),
                        MachineDescription.DEFAULT_BUDGET,
                        MachineDescription.DEFAULT_POLICY);
        return new TestedMachine(
                MachineStart.start(description, this, DriverMaker::overModel, System::nanoTime));
    }

    IommuModelFactory add(IommuModelFactory model, String version) {
        models.addFirst(new Contender(model, version));
        watchers.forEach(watcher -> watcher.came(model));
        return model;
    }

    void remove(IommuModelFactory model) {
        models.removeIf(one -> one.factory() == model);
        watchers.forEach(watcher -> watcher.gone(model));
    }

    /// Has everybody look what is there.
    void look() {
        watchers.forEach(ModelWatcher::look);
    }

    IommuModelFactory get(String name) {
        return model(name).orElseThrow();
    }

    /// Machines that are told of what comes and goes.
    int watchers() {
        return watchers.size();
    }

    @Override
    public List<Contender> contenders(String choice) {
        return models.stream()
                .filter(one -> choice.equals(ANY) || one.factory().name().equals(choice))
                .toList();
    }

    @Override
    public List<Contender> contenders() {
        return List.copyOf(models);
    }

    @Override
    public SwapSettings swaps() {
        return settings;
    }

    @Override
    public void watch(ModelWatcher watcher) {
        watchers.add(watcher);
        watcher.look();
    }

    @Override
    public void unwatch(ModelWatcher watcher) {
        watchers.remove(watcher);
    }

    @Override
    public Optional<IommuModelFactory> model(String name) {
        return contenders(name).stream().map(Contender::factory).findFirst();
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
