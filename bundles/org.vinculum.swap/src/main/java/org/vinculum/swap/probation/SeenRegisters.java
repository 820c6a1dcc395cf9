package org.vinculum.swap.probation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.swap.register.Place;
import org.vinculum.swap.register.RegisterMap;

/// The registers of a model as they were last seen, in case it cannot be asked any more. Belongs to whoever drives the model.
public final class SeenRegisters {
    private final RegisterMap map;
    private final Map<String, Long> values = new LinkedHashMap<>();

    public SeenRegisters(RegisterMap map) {
        this.map = map;
    }

    /// What a write has made of the registers it reached: guards and reserved bits are the model's own.
    void written(IommuModel model, long offset, int width) {
        for (Place place : map.at(offset, width)) {
            look(model, place);
        }
        moved(model);
    }

    /// Looks at what a model moves by itself.
    public void moved(IommuModel model) {
        for (Place place : map.moving()) {
            look(model, place);
        }
    }

    private void look(IommuModel model, Place place) {
        values.put(place.name(), model.read(place.offset(), place.width()));
    }

    /// Which registers of a state are not as software has left them.
    public List<String> contradicted(SavedState state) {
        Set<String> moving = new HashSet<>();
        map.moving().forEach(place -> moving.add(place.name()));
        List<String> others = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!moving.contains(name) && state.register(name) != value) {
                others.add(name);
            }
        });
        return others;
    }

    /// The latest of all that is known.
    ///
    /// @param atSwap what was so when nothing had been seen yet
    /// @param stalled what still waits of that
    public SavedState over(SavedState atSwap, List<Stalled> stalled) {
        SortedMap<String, Long> registers = new TreeMap<>(atSwap.registers());
        registers.putAll(values);
        return new SavedState(
                atSwap.kind(), atSwap.version(), atSwap.model(), registers, stalled, atSwap.more());
    }
}
