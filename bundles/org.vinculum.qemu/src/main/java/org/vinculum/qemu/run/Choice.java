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

    /// @throws LiveGuestRefusedException when the mode or the model is not installed
    static GuestSmmuType type(LiveGuestDescription description, Parts parts) {
        List<IommuModelFactory> models = parts.models();
        if (ModelNames.find(description.model(), models).isEmpty()) {
            throw none("model", description.model(), names(models, IommuModelFactory::name));
        }
        List<GuestSmmuType> types = parts.types();
        for (GuestSmmuType type : types) {
            if (type.name().equals(description.mode())) {
                return type;
            }
        }
        throw none("mode", description.mode(), names(types, GuestSmmuType::name));
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
