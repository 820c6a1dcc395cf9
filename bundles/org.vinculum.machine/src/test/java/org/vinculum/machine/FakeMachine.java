package org.vinculum.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// A machine that keeps the books: who has which name and which stream.
public final class FakeMachine implements Machine {
    /// What each domain was made of, those that are there now.
    public final Map<String, FakeDomain> there = new LinkedHashMap<>();

    /// "+NAME" and "-NAME" for each that came and went.
    public final List<String> log = new ArrayList<>();

    /// How often [#schedule] was called.
    public final AtomicInteger scheduled = new AtomicInteger();

    /// What was asked for, "PATH=MODEL".
    public final List<String> swapped = new ArrayList<>();

    /// Models that are refused, and why.
    public final Map<String, List<String>> refusals = new HashMap<>();

    /// What stands for each SMMU of which that was said, by path.
    public final Map<String, String> choices = new TreeMap<>();

    public volatile Runnable listener = () -> {};
    public volatile Runnable onSchedule = () -> {};
    public volatile boolean closed;
    private final Map<PhysicalStream, String> owners = new HashMap<>();
    private final int smmus;

    public FakeMachine(int smmus) {
        this.smmus = smmus;
    }

    public Optional<String> owner(String iommu, long id) {
        return Optional.ofNullable(owners.get(PhysicalStream.of(iommu, id)));
    }

    @Override
    public Domain create(DomainDescription description) {
        List<String> reasons = new ArrayList<>();
        if (there.containsKey(description.name())) {
            reasons.add("There is a domain " + description.name() + ".");
        }
        for (DomainDescription.Stream stream : description.streams()) {
            String owner = owners.get(stream.physical());
            if (owner != null) {
                reasons.add("Stream " + stream.physical() + " belongs to " + owner + ".");
            }
        }
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons);
        }
        description.streams().forEach(s -> owners.put(s.physical(), description.name()));
        FakeDomain domain = new FakeDomain(this, description);
        there.put(description.name(), domain);
        log.add("+" + description.name());
        return domain;
    }

    void destroy(FakeDomain domain) {
        there.remove(domain.name());
        owners.values().removeIf(domain.name()::equals);
        log.add("-" + domain.name());
    }

    void attach(String name, DomainDescription.Stream stream) {
        if (owners.putIfAbsent(stream.physical(), name) != null) {
            throw new MachineRefusedException(List.of("Stream " + stream + " is not free."));
        }
    }

    void detach(String name, PhysicalStream stream) {
        if (!owners.remove(stream, name)) {
            throw new IllegalArgumentException(stream + " is not " + name + "'s");
        }
    }

    @Override
    public List<Domain> domains() {
        return List.copyOf(there.values());
    }

    @Override
    public Optional<Domain> domain(String name) {
        return Optional.ofNullable(there.get(name));
    }

    @Override
    public boolean schedule(int budget) {
        scheduled.incrementAndGet();
        onSchedule.run();
        return false;
    }

    @Override
    public void onWork(Runnable told) {
        listener = told;
    }

    @Override
    public DmaPort connect(PhysicalStream stream, Device device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PhysicalMemory memory() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HostTraffic> hostTraffic() {
        List<HostTraffic> traffic = new ArrayList<>();
        for (int i = 0; i < smmus; i++) {
            traffic.add(new HostTraffic("/iommu" + i, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        }
        return traffic;
    }

    @Override
    public List<ModelInPlace> models() {
        List<ModelInPlace> models = new ArrayList<>();
        choices.forEach(
                (smmu, choice) -> models.add(new ModelInPlace(smmu, choice, choice, "", false, 0)));
        return models;
    }

    @Override
    public List<SwapRecord> swaps() {
        return List.of();
    }

    @Override
    public SwapReport swap(String smmu, String model) {
        swapped.add(smmu + "=" + model);
        if (refusals.containsKey(model)) {
            throw new SwapRefusedException(refusals.get(model));
        }
        String before = choices.put(smmu, model);
        return new SwapReport(smmu, String.valueOf(before), model, 1, 0);
    }

    @Override
    public void close() {
        closed = true;
        there.clear();
        owners.clear();
    }
}
