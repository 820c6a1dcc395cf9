package org.vinculum.metrics.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;

/// The meters of a machine: of its SMMUs, and of the virtual IOMMUs of the domains that it has. For several threads.
public final class MachineMeters implements AutoCloseable {
    /// How many domains a machine has.
    public static final String DOMAINS = "vinculum.machine.domains";

    private final MeterRegistry registry;
    private final Machine machine;
    private final LongSupplier nanoTime;
    private final Tags tags;
    private final Meter domainCount;
    private final List<Subject<HostTraffic>> smmus;
    private final Map<Domain, List<Subject<GuestTraffic>>> domains = new IdentityHashMap<>();

    /// @param name of the machine, which no other in the registry has
    /// @param nanoTime the clock, as [System#nanoTime]
    public MachineMeters(
            MeterRegistry registry, String name, Machine machine, LongSupplier nanoTime) {
        this.registry = registry;
        this.machine = machine;
        this.nanoTime = nanoTime;
        this.tags = Tags.of("machine", name);
        this.domainCount =
                Gauge.builder(DOMAINS, machine, m -> m.domains().size())
                        .tags(tags)
                        .description("Domains of the machine")
                        .register(registry);
        this.smmus = smmus();
        refresh();
    }

    private List<Subject<HostTraffic>> smmus() {
        var reading = new Reading<>(machine::hostTraffic, nanoTime);
        List<HostTraffic> now = reading.get();
        List<Subject<HostTraffic>> subjects = new ArrayList<>();
        for (int place = 0; place < now.size(); place++) {
            Tags named = tags.and("smmu", now.get(place).path());
            subjects.add(new Subject<>(registry, reading, place, named, SmmuMeters.ALL));
        }
        return subjects;
    }

    /// Removes the meters of domains that are gone and adds those of domains that have come.
    public synchronized void refresh() {
        List<Domain> now = machine.domains();
        domains.entrySet()
                .removeIf(entry -> {
                    boolean gone = now.stream().noneMatch(d -> d == entry.getKey());
                    if (gone) {
                        entry.getValue().forEach(Subject::remove);
                    }
                    return gone;
                });
        for (Domain domain : now) {
            domains.computeIfAbsent(domain, this::viommus);
        }
    }

    private List<Subject<GuestTraffic>> viommus(Domain domain) {
        var reading = new Reading<>(domain::traffic, nanoTime);
        int count = reading.get().size();
        List<Subject<GuestTraffic>> subjects = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            Tags named = tags.and("domain", domain.name(), "viommu", Integer.toString(place));
            subjects.add(new Subject<>(registry, reading, place, named, VirtualIommuMeters.ALL));
        }
        return subjects;
    }

    /// Removes all of them.
    @Override
    public synchronized void close() {
        registry.remove(domainCount);
        smmus.forEach(Subject::remove);
        domains.values().forEach(subjects -> subjects.forEach(Subject::remove));
        domains.clear();
    }
}
