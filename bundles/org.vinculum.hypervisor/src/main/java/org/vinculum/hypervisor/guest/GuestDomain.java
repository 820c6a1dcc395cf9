package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainState;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.recording.DomainChange;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// A domain: what changes its shape goes through here, one change in the machine at a time; register accesses go straight to
/// the virtual IOMMU they meet.
final class GuestDomain implements Domain {
    private final String name;
    private final HostMachine machine;
    private final DomainParts parts;
    private final Checkpoint checkpoint;
    private final Consumer<Domain> forget;
    private boolean gone;
    private boolean closed;

    /// @param forget is told when the domain is destroyed
    GuestDomain(String name, HostMachine machine, DomainParts parts, Consumer<Domain> forget) {
        this.name = name;
        this.machine = machine;
        this.parts = parts;
        this.checkpoint = new Checkpoint(name, machine, parts);
        this.forget = forget;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PhysicalMemory memory() {
        return parts.space().view();
    }

    @Override
    public List<Mapping> mappings() {
        return administer(parts.space()::mappings);
    }

    @Override
    public long read(long address, int width) {
        return at(address).read(address, width);
    }

    @Override
    public void write(long address, int width, long value) {
        at(address).write(address, width, value);
    }

    private GuestIommu at(long address) {
        List<GuestIommu> viommus = parts.viommus();
        for (int i = 0; i < viommus.size(); i++) {
            if (viommus.get(i).holds(address)) {
                return viommus.get(i);
            }
        }
        throw new IllegalArgumentException("no virtual IOMMU at 0x" + Long.toHexString(address));
    }

    @Override
    public void attach(DomainDescription.Stream stream) {
        change(() -> {
            StreamRefusals refusals = new StreamRefusals(machine);
            refusals.plug(stream, parts);
            refusals.orGoOn();
            parts.streams().attach(stream);
        });
    }

    @Override
    public void detach(PhysicalStream stream) {
        change(() -> parts.streams().detach(stream));
    }

    @Override
    public void map(DomainDescription.Window window) {
        change(() -> {
            LayoutRefusals refusals = new LayoutRefusals();
            refusals.plug(window, parts, machine.windows());
            refusals.orGoOn();
            parts.space().addWindow(window.guest(), window.host());
            parts.streams().mapChanged();
        });
    }

    @Override
    public void unmap(AddressRange guest) {
        change(() -> {
            parts.space().removeWindow(guest);
            parts.streams().mapChanged();
        });
    }

    @Override
    public List<GuestTraffic> traffic() {
        List<GuestTraffic> all = new ArrayList<>();
        for (GuestIommu viommu : parts.viommus()) {
            all.add(viommu.traffic());
        }
        return all;
    }

    @Override
    public DomainState save() {
        return administer(() -> {
            requirePresence();
            DomainState state = checkpoint.save();
            DomainChange.saved(name);
            return state;
        });
    }

    @Override
    public void restore(DomainState state) {
        change(() -> {
            checkpoint.restore(state);
            DomainChange.restored(name);
        });
    }

    @Override
    public SwapReport swap(int viommu, String type) {
        return administer(() -> {
            if (gone) {
                throw new SwapRefusedException(
                        List.of("There is no domain " + name + " any more."));
            }
            if (viommu < 0 || viommu >= parts.viommus().size()) {
                throw new SwapRefusedException(
                        List.of(name + " has no virtual IOMMU " + viommu + "."));
            }
            return parts.viommus().get(viommu).typePlace().swap(type);
        });
    }

    @Override
    public void destroy() {
        administer(() -> {
            gone = true;
            if (!closed) {
                parts.close();
                closed = true;
                forget.accept(this);
                DomainChange.destroyed(name);
            }
            return null;
        });
    }

    private void change(Runnable change) {
        administer(() -> {
            requirePresence();
            change.run();
            return null;
        });
    }

    private void requirePresence() {
        if (gone) {
            throw new MachineRefusedException(List.of("There is no domain " + name + " any more."));
        }
    }

    private <T> T administer(Supplier<T> work) {
        machine.administration().lock();
        try {
            return work.get();
        } finally {
            machine.administration().unlock();
        }
    }
}
