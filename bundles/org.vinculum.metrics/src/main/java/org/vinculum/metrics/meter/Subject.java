package org.vinculum.metrics.meter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;

/// The meters of one virtual IOMMU or SMMU, registered and removed together. Registries hold what they measure weakly; whoever
/// made this holds it.
final class Subject<T> {
    private final MeterRegistry registry;
    private final Reading<T> reading;
    private final int place;
    private final List<Meter> meters = new ArrayList<>();

    /// @param place among those that are read together
    Subject(
            MeterRegistry registry,
            Reading<T> reading,
            int place,
            Tags tags,
            List<Meaning<T>> meanings) {
        this.registry = registry;
        this.reading = reading;
        this.place = place;
        for (Meaning<T> meaning : meanings) {
            meters.add(meaning.counter() ? counter(meaning, tags) : gauge(meaning, tags));
        }
    }

    private Meter counter(Meaning<T> meaning, Tags tags) {
        return FunctionCounter.builder(meaning.name(), this, subject -> subject.value(meaning))
                .tags(tags)
                .description(meaning.description())
                .baseUnit(meaning.unit())
                .register(registry);
    }

    private Meter gauge(Meaning<T> meaning, Tags tags) {
        return Gauge.builder(meaning.name(), this, subject -> subject.value(meaning))
                .tags(tags)
                .description(meaning.description())
                .baseUnit(meaning.unit())
                .register(registry);
    }

    private double value(Meaning<T> meaning) {
        List<T> all = reading.get();
        return place < all.size() ? meaning.value().applyAsDouble(all.get(place)) : Double.NaN;
    }

    void remove() {
        meters.forEach(registry::remove);
    }
}
