package org.vinculum.hypervisor.machine;

import java.util.List;
import java.util.Optional;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.hypervisor.guest.emulator.TypeWatcher;
import org.vinculum.hypervisor.machine.swap.ModelWatcher;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapSettings;

/// What others have brought, by name; asked at the moment of use.
public interface Installed {
    Optional<IommuModelFactory> model(String name);

    Optional<VirtualIommuType> virtualIommu(String name);

    /// The types of virtual IOMMUs that a choice allows, best first.
    ///
    /// @param choice a name, or a filter (OSGi Core, 3.2.7) over the services' properties
    default List<OfferedType> virtualIommus(String choice) {
        return virtualIommu(choice).stream()
                .map(type -> new OfferedType(type, type.name(), ""))
                .toList();
    }

    /// Tells somebody of types of virtual IOMMUs that come and go from now on.
    default void watch(TypeWatcher watcher) {}

    /// Tells him no longer.
    default void unwatch(TypeWatcher watcher) {}

    Optional<SchedulingPolicy> policy(String name);

    /// The models that may be chosen, best first.
    ///
    /// @param choice a name, or a filter over the properties of services where there are such
    /// @throws IllegalArgumentException for a filter that cannot be read, with what is wrong
    default List<Contender> contenders(String choice) {
        return model(choice).stream().map(model -> new Contender(model, "")).toList();
    }

    /// All models, best first; for whoever finds none that was chosen.
    default List<Contender> contenders() {
        return List.of();
    }

    /// How long a swap may take.
    default SwapSettings swaps() {
        return SwapSettings.ORDINARY;
    }

    /// Tells somebody of models that come and go from now on, and has him look at once.
    default void watch(ModelWatcher watcher) {}

    /// Tells him no longer.
    default void unwatch(ModelWatcher watcher) {}
}
