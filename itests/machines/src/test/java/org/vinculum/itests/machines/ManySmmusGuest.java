package org.vinculum.itests.machines;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.memory.AddressRange;

/// A domain with several virtual SMMUs, and a driver for each.
public final class ManySmmusGuest implements GuestInterrupts {
    public final Domain domain;

    /// Interrupt IDs in the order in which they came.
    public final List<Integer> raised = new CopyOnWriteArrayList<>();

    private final TestedMachine machine;
    private final List<TestedSmmu> smmus = new ArrayList<>();

    /// @param description of a domain with one piece of RAM, which the drivers share equally
    public ManySmmusGuest(
            TestedMachine machine, Function<GuestInterrupts, DomainDescription> description) {
        this.machine = machine;
        DomainDescription described = description.apply(this);
        domain = machine.machine.create(described);
        AddressRange ram = described.ram().getFirst();
        long part = Long.highestOneBit(ram.size() / described.viommus().size());
        long next = ram.start().value();
        for (VirtualIommuDescription viommu : described.viommus()) {
            GuestPages pages = new GuestPages(domain.memory(), AddressRange.of(next, part));
            long registers = viommu.registers().start().value();
            smmus.add(new TestedSmmu(machine, domain, registers, pages));
            next += part;
        }
        raised.clear();
    }

    /// The virtual SMMUs in the order of the description.
    public TestedSmmu smmu(int index) {
        return smmus.get(index);
    }

    /// Lets the hypervisor finish and every driver look for events.
    public void serve() {
        machine.settle();
        smmus.forEach(TestedSmmu::poll);
        machine.settle();
    }

    @Override
    public void raise(int intid) {
        raised.add(intid);
    }

    @Override
    public void message(long deviceId, int event) {}
}
