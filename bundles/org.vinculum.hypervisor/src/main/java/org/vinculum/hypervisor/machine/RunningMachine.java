package org.vinculum.hypervisor.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.guest.DomainMaker;
import org.vinculum.hypervisor.guest.HostMachine;
import org.vinculum.hypervisor.machine.physical.Messages;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.machine.physical.Port;
import org.vinculum.hypervisor.machine.swap.SmmuPlaces;
import org.vinculum.hypervisor.memory.MessageFrame;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapReport;

/// A machine in operation.
final class RunningMachine implements Machine {
    private final HostMachine parts;
    private final SmmuPlaces places;
    private final Runnable unwatch;
    private final Messages messages;
    private final WorkRound round;
    private final ReentrantLock scheduling = new ReentrantLock();
    private final List<Domain> domains = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /// @param places of the SMMUs' models
    /// @param unwatch has the domains follow types of virtual IOMMUs no longer
    RunningMachine(HostMachine parts, SmmuPlaces places, Runnable unwatch) {
        this.parts = parts;
        this.places = places;
        this.unwatch = unwatch;
        this.round = new WorkRound(parts);
        this.messages =
                parts.messageFrame()
                        .<Messages>map(frame -> new MessageFrame(frame, _ -> {})::translates)
                        .orElse(_ -> false);
    }

    @Override
    public Domain create(DomainDescription description) {
        parts.administration().lock();
        try {
            if (closed) {
                throw new MachineRefusedException(List.of("The machine is closed."));
            }
            Domain made =
                    DomainMaker.make(
                            parts,
                            description,
                            domain(description.name()).isPresent(),
                            domains::remove);
            domains.add(made);
            return made;
        } finally {
            parts.administration().unlock();
        }
    }

    @Override
    public List<Domain> domains() {
        return List.copyOf(domains);
    }

    @Override
    public Optional<Domain> domain(String name) {
        for (Domain domain : domains) {
            if (domain.name().equals(name)) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean schedule(int budget) {
        if (budget < 1) {
            throw new IllegalArgumentException("a budget of " + budget + " host commands");
        }
        scheduling.lock();
        try {
            return !closed && round.run(budget);
        } finally {
            scheduling.unlock();
        }
    }

    @Override
    public void onWork(Runnable listener) {
        parts.bell().listener(listener);
    }

    @Override
    public DmaPort connect(PhysicalStream stream, Device device) {
        PhysicalSmmu smmu = parts.smmus().get(stream.iommu());
        if (smmu == null || !smmu.driver().has(stream.id())) {
            throw new IllegalArgumentException("there is no stream " + stream);
        }
        return new Port(smmu, stream.id(), device, parts.memory(), messages);
    }

    @Override
    public PhysicalMemory memory() {
        return parts.memory();
    }

    @Override
    public List<HostTraffic> hostTraffic() {
        List<HostTraffic> all = new ArrayList<>();
        for (PhysicalSmmu smmu : parts.smmus().values()) {
            all.add(smmu.traffic());
        }
        return all;
    }

    @Override
    public List<ModelInPlace> models() {
        return places.models();
    }

    @Override
    public SwapReport swap(String smmu, String model) {
        return places.swap(smmu, model);
    }

    @Override
    public List<SwapRecord> swaps() {
        return parts.swaps().latest();
    }

    @Override
    public void close() {
        unwatch.run();
        places.close(); // somebody may have the lock and wait for a model
        parts.types().close(); // or for a virtual IOMMU
        parts.administration().lock();
        try {
            if (!closed) {
                domains().forEach(Domain::destroy);
                closeMemory();
            }
        } finally {
            parts.administration().unlock();
        }
    }

    private void closeMemory() {
        scheduling.lock();
        try {
            closed = true;
            parts.memory().close();
        } finally {
            scheduling.unlock();
        }
    }
}
