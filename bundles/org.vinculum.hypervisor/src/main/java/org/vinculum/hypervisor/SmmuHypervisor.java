package org.vinculum.hypervisor;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.machine.DriverMaker;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.MachineStart;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.preference.Preference;

/// Takes machines with SMMUv3s into operation. What they are made of may come and go meanwhile; a machine keeps what it was
/// made with, and finds virtual IOMMUs for its next domain among those that are there then.
@Component(name = "org.vinculum.hypervisor")
@Capability(namespace = "vinculum.contract", name = "hypervisor", version = "1.0")
public final class SmmuHypervisor implements Hypervisor {
    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, IommuModelFactory>> models;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, VirtualIommuType>> virtualIommus;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, SchedulingPolicy>> policies;

    private final Installed installed = new Services();

    @Override
    public Machine start(MachineDescription description) {
        return MachineStart.start(description, installed, DriverMaker::overModel, System::nanoTime);
    }

    /// Chooses by name, the best of that name.
    private final class Services implements Installed {
        @Override
        public Optional<IommuModelFactory> model(String name) {
            return best(models, IommuModelFactory::name, name);
        }

        @Override
        public Optional<VirtualIommuType> virtualIommu(String name) {
            return best(virtualIommus, VirtualIommuType::name, name);
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
