package org.vinculum.hypervisor;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.hypervisor.guest.emulator.TypeWatcher;
import org.vinculum.hypervisor.machine.DriverMaker;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.MachineStart;
import org.vinculum.hypervisor.machine.swap.ModelWatcher;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.preference.Preference;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapSettings;

/// Takes machines with SMMUv3s into operation. What they are made of may come and go meanwhile: their models follow, and
/// they find virtual IOMMUs for their next domain among those that are there then.
///
/// Stays active without users, since machines outlive the use of the service that started them.
@Component(
        name = "org.vinculum.hypervisor",
        configurationPid = "org.vinculum.hypervisor",
        immediate = true)
@Capability(namespace = "vinculum.contract", name = "hypervisor", version = "1.0")
public final class SmmuHypervisor implements Hypervisor {
    private static final System.Logger LOG = System.getLogger("org.vinculum.hypervisor");

    /// The configuration, in milliseconds.
    @interface Config {
        /// For a model to be saved and to take a state over; five times as long for it to be made and tried.
        long swap_deadline() default 1000;

        /// After a swap, for which the former model stays ready to take over again.
        long swap_probation() default 2000;

        /// For which an SMMU waits for another model when its own has gone.
        long swap_grace() default 5000;
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, SchedulingPolicy>> policies;

    private final Offered<IommuModelFactory> models = new Offered<>(IommuModelFactory::name);
    private final Offered<VirtualIommuType> types = new Offered<>(VirtualIommuType::name);
    private final List<TypeWatcher> typeWatchers = new CopyOnWriteArrayList<>();
    private final List<ModelWatcher> watchers = new CopyOnWriteArrayList<>();
    private final Installed installed = new Services();
    private volatile SwapSettings settings = SwapSettings.ORDINARY;
    private volatile boolean active = true;

    /// Machines that run keep the deadline and the probation that they were started with.
    @Activate
    @Modified
    void configure(Config config) {
        try {
            settings =
                    new SwapSettings(
                            Duration.ofMillis(config.swap_deadline()),
                            Duration.ofMillis(config.swap_probation()),
                            Duration.ofMillis(config.swap_grace()));
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.ERROR, "nothing changes: {0}", e.getMessage());
        }
    }

    /// Whoever takes models away from here on does so because nobody asks for them any more.
    @Deactivate
    void stop() {
        active = false;
    }

    @Reference(name = "models", cardinality = MULTIPLE, policy = DYNAMIC)
    void addModel(IommuModelFactory model, ServiceReference<IommuModelFactory> reference) {
        models.add(model, reference);
        watchers.forEach(watcher -> watcher.came(model));
    }

    /// Its properties have changed.
    void updatedModel(IommuModelFactory model) {
        watchers.forEach(ModelWatcher::look);
    }

    void removeModel(IommuModelFactory model) {
        models.remove(model);
        if (active) {
            watchers.forEach(watcher -> watcher.gone(model));
        }
    }

    @Reference(name = "virtualIommus", cardinality = MULTIPLE, policy = DYNAMIC)
    void addVirtualIommu(VirtualIommuType type, ServiceReference<VirtualIommuType> reference) {
        types.add(type, reference);
        typeWatchers.forEach(watcher -> watcher.came(type));
    }

    /// Its properties have changed.
    void updatedVirtualIommu(VirtualIommuType type) {
        typeWatchers.forEach(watcher -> watcher.came(type));
    }

    void removeVirtualIommu(VirtualIommuType type) {
        types.remove(type);
        if (active) {
            typeWatchers.forEach(watcher -> watcher.gone(type));
        }
    }

    @Override
    public Machine start(MachineDescription description) {
        return MachineStart.start(description, installed, DriverMaker::overModel, System::nanoTime);
    }

    /// Chooses by name, the best of that name; models by filter, too.
    private final class Services implements Installed {
        @Override
        public List<Contender> contenders(String choice) {
            return titled(models.by(choice));
        }

        @Override
        public List<Contender> contenders() {
            return titled(models.all());
        }

        private static List<Contender> titled(List<Offered.Service<IommuModelFactory>> all) {
            return all.stream().map(one -> new Contender(one.object(), one.version())).toList();
        }

        @Override
        public Optional<IommuModelFactory> model(String name) {
            return contenders(name).stream().map(Contender::factory).findFirst();
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
        public Optional<VirtualIommuType> virtualIommu(String name) {
            return virtualIommus(name).stream().map(OfferedType::type).findFirst();
        }

        @Override
        public List<OfferedType> virtualIommus(String choice) {
            return types.by(choice).stream().map(Services::type).toList();
        }

        @Override
        public void watch(TypeWatcher watcher) {
            typeWatchers.add(watcher);
        }

        @Override
        public void unwatch(TypeWatcher watcher) {
            typeWatchers.remove(watcher);
        }

        private static OfferedType type(Offered.Service<VirtualIommuType> one) {
            return new OfferedType(one.object(), one.object().name(), one.version());
        }

        @Override
        public Optional<SchedulingPolicy> policy(String name) {
            return best(policies, SchedulingPolicy::name, name);
        }

        private static <T> Optional<T> best(
                List<Map.Entry<Map<String, Object>, T>> services,
                Function<T, String> named,
                String name) {
            for (T service : Preference.bestFirst(services)) {
                if (named.apply(service).equals(name)) {
                    return Optional.of(service);
                }
            }
            return Optional.empty();
        }
    }
}
