package org.vinculum.qemu.physical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.preference.Preference;
import org.vinculum.scenario.model.ModelNames;
import org.vinculum.swap.CommonIdentification;
import org.vinculum.swap.Contender;

/// Finds the models that a guest is asked to have.
public final class Models {
    private static final String SMMUV3 = "smmuv3";

    private Models() {}

    /// @param name of a model, or of a family as `smmuv3`
    /// @param installed best first
    /// @throws LiveGuestRefusedException when it is not there, or is no SMMUv3
    public static IommuModelFactory find(String name, List<IommuModelFactory> installed) {
        IommuModelFactory found =
                ModelNames.find(name, installed)
                        .orElseThrow(() -> refused("No model " + name + " is installed."));
        if (!found.kind().equals(SMMUV3)) {
            throw refused("The model " + name + " is no SMMUv3, it is " + found.kind() + ".");
        }
        return found;
    }

    /// The same with its service's version.
    ///
    /// @param services with their properties, in any order
    public static Contender contender(
            String name, List<Map.Entry<Map<String, Object>, IommuModelFactory>> services) {
        IommuModelFactory found = find(name, Preference.bestFirst(services));
        for (Map.Entry<Map<String, Object>, IommuModelFactory> service : services) {
            if (service.getValue() == found) {
                Object version = service.getKey().get(Preference.VERSION);
                return new Contender(found, Objects.toString(version, ""));
            }
        }
        throw new IllegalStateException(name);
    }

    /// What an SMMU says of itself that is not asked to say something else: no more than its model and the alternatives can.
    /// Nothing where there are none.
    ///
    /// @param models by name
    /// @throws LiveGuestRefusedException when they have nothing in common, with the reasons
    public static Map<String, Long> common(
            GuestSmmuDescription description, Function<String, Contender> models) {
        if (description.alternatives().isEmpty()) {
            return Map.of();
        }
        List<IommuModelFactory> pool = new ArrayList<>();
        pool.add(models.apply(description.model()).factory());
        description.alternatives().forEach(name -> pool.add(models.apply(name).factory()));
        try {
            return CommonIdentification.of(pool);
        } catch (IllegalArgumentException e) {
            throw new LiveGuestRefusedException(e.getMessage().lines().toList());
        }
    }

    private static LiveGuestRefusedException refused(String reason) {
        return new LiveGuestRefusedException(List.of(reason));
    }
}
