package org.vinculum.hypervisor.guest;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.hypervisor.guest.emulator.TypeWatcher;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.swap.SwapSettings;

/// Which types of virtual IOMMUs stand in the domains of one machine, and may: they follow those that come and go. For any
/// thread.
public final class TypePlaces implements TypeWatcher {
    private final Function<String, List<OfferedType>> offered;
    private final Supplier<SwapSettings> settings;
    private final SwapLog log;
    private final List<TypePlace> places = new CopyOnWriteArrayList<>();
    private final Set<VirtualIommuType> gone =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /// @param offered those that a name or a filter allows, best first
    /// @param settings for places that come
    public TypePlaces(
            Function<String, List<OfferedType>> offered,
            Supplier<SwapSettings> settings,
            SwapLog log) {
        this.offered = offered;
        this.settings = settings;
        this.log = log;
    }

    /// Those that a name or a filter allows, best first.
    ///
    /// @throws IllegalArgumentException for a filter that cannot be read
    List<OfferedType> of(String choice) {
        return offered.apply(choice);
    }

    SwapSettings settings() {
        return settings.get();
    }

    /// A further place, which follows from here on. The type in it may have gone since it was chosen.
    TypePlace add(Succession succession, String choice) {
        TypePlace place = new TypePlace(succession, choice, offered, settings().grace(), log);
        places.add(place);
        if (gone.contains(place.service())) {
            leave(place, place.service());
        }
        return place;
    }

    void remove(TypePlace place) {
        places.remove(place);
        place.close();
    }

    /// Nothing changes any more, and whoever waits goes on.
    public void close() {
        places.forEach(TypePlace::close);
    }

    @Override
    public void came(VirtualIommuType type) {
        gone.remove(type);
        for (TypePlace place : places) {
            if (place.wants(type)) {
                inBackground(place::follow);
            }
        }
    }

    @Override
    public void gone(VirtualIommuType type) {
        gone.add(type);
        places.forEach(place -> leave(place, type));
    }

    private static void leave(TypePlace place, VirtualIommuType type) {
        if (place.leave(type)) {
            inBackground(place::fill);
        }
    }

    private static void inBackground(Runnable work) {
        Thread.ofPlatform().daemon().name("vinculum swap of virtual IOMMU").start(work);
    }
}
