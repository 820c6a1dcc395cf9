package org.vinculum.swap.fake;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile.Erratum;

/// Makes models that do as they are told.
public final class FakeFactory implements IommuModelFactory {
    /// Something that happens when a model, or its maker, is called.
    @FunctionalInterface
    public interface Happening {
        /// @param model null while it is made
        void in(FakeModel model);
    }

    public final Set<Erratum> errata = EnumSet.noneOf(Erratum.class);
    public final Map<String, Long> identification = new TreeMap<>();
    public String kind = "smmuv3";
    public long frameSize = 0x2_0000;
    public FakeModel latest;
    public int made;
    private final String name;
    private final Map<String, Happening> happenings = new HashMap<>();

    public FakeFactory(String name) {
        this.name = name;
        identification.put("IDR0", 0x0001_201bL);
        identification.put("IDR1", 0x0273_9810L);
        identification.put("IDR5", 0x0010_0054L);
    }

    /// Lets something happen whenever a method is called, before it does anything else.
    public FakeFactory on(String call, Happening happening) {
        happenings.put(call, happening);
        return this;
    }

    /// The same in a model that stands in its place, not in one that is tried.
    public FakeFactory once(String call, Happening happening) {
        return on(
                call,
                model -> {
                    if (model.placed()) {
                        happening.in(model);
                    }
                });
    }

    public void well() {
        happenings.clear();
    }

    void happens(String call, FakeModel model) {
        Happening happening = happenings.get(call);
        if (happening != null) {
            happening.in(model);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Map<String, String> features() {
        return Map.of();
    }

    @Override
    public Set<Erratum> errata() {
        return errata;
    }

    @Override
    public IommuModel create(IommuSurroundings surroundings, Map<String, Long> instead) {
        happens("create", null);
        made++;
        var says = new TreeMap<>(identification);
        says.putAll(instead);
        latest = new FakeModel(this, surroundings, says);
        return latest;
    }
}
