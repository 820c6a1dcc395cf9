package org.vinculum.qemu.run;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.scenario.model.ModelNames;

/// Finds by name what a guest's SMMU is made with, and says what there is when there is no such thing.
final class Choice {
    private Choice() {}

    /// @throws LiveGuestRefusedException when the mode or a model is not installed, or both models are the same
    static GuestSmmuType type(LiveGuestDescription description, Parts parts) {
        String model = model(description.model(), parts).name();
        if (description.swapTo().filter(to -> model(to, parts).name().equals(model)).isPresent()) {
            throw Refusal.because("its SMMU is " + model + " already: there is nothing to swap to");
        }
        List<GuestSmmuType> types = parts.types();
        for (GuestSmmuType type : types) {
            if (type.name().equals(description.mode())) {
                return type;
            }
        }
        throw none("mode", description.mode(), names(types, GuestSmmuType::name));
    }

    private static IommuModelFactory model(String name, Parts parts) {
        List<IommuModelFactory> models = parts.models();
        return ModelNames.find(name, models)
                .orElseThrow(() -> none("model", name, names(models, IommuModelFactory::name)));
    }

    private static <T> String names(List<T> services, Function<T, String> name) {
        TreeSet<String> names = new TreeSet<>();
        services.forEach(service -> names.add(name.apply(service)));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static LiveGuestRefusedException none(String what, String name, String installed) {
        return Refusal.because("there is no " + what + " '" + name + "'; installed: " + installed);
    }
}
