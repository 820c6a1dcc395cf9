package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Stream;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.guest.emulator.EmulatorMaker;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.hypervisor.guest.emulator.SwappableIommu;
import org.vinculum.hypervisor.machine.event.EventRouter;
import org.vinculum.hypervisor.machine.physical.Allowance;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.memory.GuestMemory;
import org.vinculum.hypervisor.memory.MessageFrame;
import org.vinculum.hypervisor.memory.MessageSink;
import org.vinculum.hypervisor.recording.DomainChange;
import org.vinculum.memory.PhysicalMemory;

/// Makes one domain, from its memory to its last stream, or leaves nothing of it behind. Used under the administration's lock.
public final class DomainMaker {
    private final HostMachine machine;
    private final DomainDescription description;
    private final Allowance allowance = new Allowance(EventRouter.ALLOWANCE);
    private final List<GuestIommu> viommus = new ArrayList<>();
    private final AddressSpace space;
    private final Tenancies tenancies;
    private final DomainStreams streams;

    private DomainMaker(HostMachine machine, DomainDescription description) {
        this.machine = machine;
        this.description = description;
        Reach reach = Reach.of(machine, description);
        space = new AddressSpace(machine, view(), reach.inputBits(), reach.hosts());
        tenancies = new Tenancies(space);
        streams =
                new DomainStreams(
                        machine,
                        tenancies,
                        viommus,
                        new DirectStreams(description.name(), description.interrupts(), allowance));
    }

    /// Makes a domain.
    ///
    /// @param taken whether there is a domain of that name
    /// @param forget is told when the domain is destroyed
    /// @throws MachineRefusedException with every reason that was found
    public static Domain make(
            HostMachine machine,
            DomainDescription description,
            boolean taken,
            Consumer<Domain> forget) {
        check(machine, description, taken);
        DomainMaker maker = new DomainMaker(machine, description);
        DomainParts parts =
                new DomainParts(
                        maker.space,
                        maker.tenancies,
                        maker.streams,
                        description.viommus(),
                        maker.viommus);
        try {
            maker.fill();
            DomainChange.created(description.name());
            return new GuestDomain(description.name(), machine, parts, forget);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static void check(
            HostMachine machine, DomainDescription description, boolean nameTaken) {
        LayoutRefusals refusals = new LayoutRefusals();
        refusals.refuse(nameTaken, "There is a domain %s already.", description.name());
        refusals.plan(description, machine);
        for (VirtualIommuDescription viommu : description.viommus()) {
            boolean missing = machine.types().of(viommu.type()).isEmpty();
            refusals.refuse(missing, "No virtual IOMMU %s is installed.", viommu.type());
        }
        StreamRefusals streams = new StreamRefusals(machine);
        streams.plan(description);
        refusals.add(streams.reasons());
        refusals.orGoOn();
    }

    /// The frame's messages are those of CPUs here, which have no device ID and interrupt nobody.
    private GuestMemory view() {
        MessageSink sink =
                description
                        .messageFrame()
                        .<MessageSink>map(frame -> new MessageFrame(frame, _ -> {}))
                        .orElse(MessageSink.NONE);
        return new GuestMemory(machine.memory(), sink);
    }

    private void fill() {
        description.ram().forEach(description.inPlace() ? space::addRamInPlace : space::addRam);
        for (Window window : description.windows()) {
            space.addWindow(window.guest(), window.host());
        }
        description
                .messageFrame()
                .ifPresent(guest ->
                        space.addWindow(guest, machine.messageFrame().orElseThrow().start()));
        for (int i = 0; i < description.viommus().size(); i++) {
            viommus.add(viommu(i));
        }
        description.streams().forEach(streams::attach);
        description.direct().forEach(streams::attachDirectly);
    }

    private GuestIommu viommu(int index) {
        VirtualIommuDescription described = description.viommus().get(index);
        List<Tenancy> hosts = new ArrayList<>();
        for (PhysicalSmmu smmu : behind(index)) {
            hosts.add(tenancies.open(smmu));
        }
        Interruption interruption = new Interruption(description.interrupts(), described);
        Place place = new Place(description.name(), index);
        GuestIommu viommu =
                new GuestIommu(
                        create(place, described, interruption, hosts),
                        place,
                        interruption,
                        machine,
                        allowance);
        viommu.begin(hosts, description.weight());
        return viommu;
    }

    private SwappableIommu create(
            Place place,
            VirtualIommuDescription described,
            Interruption interruption,
            List<Tenancy> tenancies) {
        List<OfferedType> types = machine.types().of(described.type());
        if (types.isEmpty()) {
            throw new MachineRefusedException(
                    List.of("No virtual IOMMU " + described.type() + " is installed."));
        }
        List<HostSmmu> hosts = new ArrayList<>();
        tenancies.forEach(tenancy -> hosts.add(tenancy.host()));
        GuestSurroundings surroundings =
                new GuestSurroundings(memory(interruption), interruption, space.inputBits());
        return new SwappableIommu(
                place.toString(),
                new EmulatorMaker(described, surroundings),
                types.getFirst(),
                hosts,
                machine.types().settings());
    }

    private PhysicalMemory memory(Interruption interruption) {
        return description
                .messageFrame()
                .<PhysicalMemory>map(
                        frame -> new GuestMessages(space.view(), frame, interruption::own))
                .orElse(space.view());
    }

    /// The SMMUs behind a virtual one: those of its streams, or while it has none all that could be.
    private Set<PhysicalSmmu> behind(int viommu) {
        Set<String> named = new LinkedHashSet<>();
        for (Stream stream : description.streams()) {
            if (stream.viommu() == viommu) {
                named.add(stream.physical().iommu());
            }
        }
        Set<PhysicalSmmu> smmus = new LinkedHashSet<>();
        for (PhysicalSmmu smmu : machine.smmus().values()) {
            boolean wanted =
                    named.isEmpty()
                            ? smmu.driver().nests() && space.lacking(smmu).isEmpty()
                            : named.contains(smmu.driver().path());
            if (wanted) {
                smmus.add(smmu);
            }
        }
        if (smmus.isEmpty()) {
            throw new MachineRefusedException(
                    List.of("No SMMU of the machine can stand behind a virtual one."));
        }
        return smmus;
    }

    /// Streams of a description, whoever is in front of them.
    static Set<PhysicalStream> all(DomainDescription description) {
        Set<PhysicalStream> all = new LinkedHashSet<>(description.direct());
        description.streams().forEach(stream -> all.add(stream.physical()));
        return all;
    }
}
