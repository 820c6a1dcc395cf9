package org.vinculum.itests.machines.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.swap.SwapReport;

/// The domains of the run: they come and go, and their streams too.
final class Population {
    private static final long QUIET = 0x5151_5151_0000_0000L;

    private final Machine machine;
    private final Watch watch;
    private final Ledger ledger;
    private final Places places;
    private final HostileGuest[] guests;
    private final Records[] records;
    private final SplittableRandom random;
    private final Domain[] lodgers = new Domain[Topology.GUESTS];
    private Domain quiet;
    private long made;
    private long plugs;
    private long windows;
    private String breach;

    Population(
            Machine machine,
            Watch watch,
            Ledger ledger,
            Places places,
            HostileGuest[] guests,
            Records[] records,
            SplittableRandom random) {
        this.machine = machine;
        this.watch = watch;
        this.ledger = ledger;
        this.places = places;
        this.guests = guests;
        this.records = records;
        this.random = random;
    }

    String breach() {
        return breach;
    }

    long made() {
        return made;
    }

    long plugs() {
        return plugs;
    }

    /// Makes the domain of a guest that behaves; nobody drives it, ends it or plugs its streams.
    Domain lodge(int guest) {
        watch.comes(guest, true);
        lodgers[guest] = create(guest);
        own(guest);
        return lodgers[guest];
    }

    boolean isLodger(int guest) {
        return lodgers[guest] != null;
    }

    void settle() {
        for (int i = 0; i < guests.length; i++) {
            if (!isLodger(i)) {
                move(i);
            }
        }
        quiet = machine.create(quietDescription());
        ledger.take(Topology.GUESTS + 1, quiet);
        Ram ram = quiet.memory().ram(GuestLayout.RAM);
        for (long at = 0; at < GuestLayout.RAM_BYTES; at += Long.BYTES) {
            ram.setLong(at, QUIET + at);
        }
        for (int smmu = 0; smmu < Topology.SMMUS; smmu++) {
            places.put(smmu, Topology.GUESTS, Topology.GUESTS);
        }
    }

    boolean quietIsUntouched() {
        Ram ram = quiet.memory().ram(GuestLayout.RAM);
        for (long at = 0; at < GuestLayout.RAM_BYTES; at += Long.BYTES) {
            if (ram.getLong(at) != QUIET + at) {
                return false;
            }
        }
        return true;
    }

    private void move(int guest) {
        watch.comes(guest, false);
        Domain domain = create(guest);
        if (!isEmpty(domain)) {
            breach = "guest %d finds what others have left".formatted(guest);
        }
        own(guest);
        guests[guest].moveIn(domain);
        records[guest].of(domain);
    }

    private Domain create(int guest) {
        Domain domain = machine.create(description(guest));
        made++;
        ledger.take(guest + 1, domain);
        return domain;
    }

    private void own(int guest) {
        for (int smmu = 0; smmu < Topology.SMMUS; smmu++) {
            if (Topology.has(guest, smmu)) {
                places.put(smmu, Topology.slot(guest, smmu), guest);
            }
        }
    }

    private static boolean isEmpty(Domain domain) {
        for (AddressRange range : GuestLayout.ram()) {
            Ram ram = domain.memory().ram(range.start().value());
            for (long at = 0; at < range.size(); at += Long.BYTES) {
                if (ram.getLong(at) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// A domain ends, and another one takes its place.
    void replaceOne() {
        int guest = random.nextInt(guests.length);
        leave(guest);
        move(guest);
    }

    private void leave(int guest) {
        guests[guest].domain().destroy();
        ledger.free(guest + 1);
        places.leave(guest);
    }

    /// A stream comes to a domain, or leaves it.
    void plug() {
        plugs++;
        int guest = random.nextInt(guests.length);
        int smmu = random.nextInt(Topology.SMMUS);
        int slot = Topology.slot(guest, smmu);
        if (!Topology.has(guest, smmu) || isLodger(guest)) {
            return;
        }
        if (places.guest(smmu, slot) == guest) {
            guests[guest].domain().detach(Topology.stream(smmu, slot));
            places.put(smmu, slot, Places.NOBODY);
        } else {
            guests[guest].domain().attach(stream(guest, smmu));
            places.put(smmu, slot, guest);
        }
    }

    /// A guest's virtual SMMU is replaced while it runs.
    SwapReport swapVirtual(int guest) {
        watch.comes(guest, isLodger(guest));
        Domain domain = isLodger(guest) ? lodgers[guest] : guests[guest].domain();
        return domain.swap(0, VirtualIommuDescription.SMMUV3);
    }

    /// A device of the host is shown to a guest, or no longer.
    void window() {
        int guest = random.nextInt(guests.length);
        boolean shown = places.window(guest);
        AddressRange range = AddressRange.of(GuestLayout.WINDOW, 1L << GuestLayout.WINDOW_BITS);
        if (isLodger(guest)) {
            return;
        }
        if (shown) {
            guests[guest].domain().unmap(range);
        } else {
            Address host = new Address(Topology.window(guest));
            guests[guest].domain().map(new DomainDescription.Window(range, host));
        }
        places.window(guest, !shown);
        windows++;
    }

    long windows() {
        return windows;
    }

    void close() {
        quiet.destroy();
        for (int i = 0; i < guests.length; i++) {
            leave(i);
        }
    }

    static DomainDescription.Stream stream(int guest, int smmu) {
        return new DomainDescription.Stream(
                0,
                StreamId.of(Topology.vsid(smmu)),
                Topology.stream(smmu, Topology.slot(guest, smmu)));
    }

    static DomainDescription description(int guest) {
        List<DomainDescription.Stream> streams = new ArrayList<>();
        for (int smmu = 0; smmu < Topology.SMMUS; smmu++) {
            if (Topology.has(guest, smmu)) {
                streams.add(stream(guest, smmu));
            }
        }
        var viommu =
                new VirtualIommuDescription(
                        VirtualIommuDescription.SMMUV3,
                        AddressRange.of(GuestLayout.REGISTERS, GuestLayout.FRAME),
                        33,
                        33,
                        0,
                        0xffff,
                        GuestLayout.STREAM_BITS,
                        Topology.stalls(guest),
                        Topology.ats(guest),
                        Map.of());
        return new DomainDescription(
                "guest" + guest,
                GuestLayout.ram(),
                false,
                List.of(),
                Optional.of(AddressRange.of(GuestLayout.MESSAGES, 0x1_0000)),
                List.of(viommu),
                streams,
                List.of(),
                DomainDescription.ORDINARY_WEIGHT,
                GuestInterrupts.NONE);
    }

    static DomainDescription quietDescription() {
        List<PhysicalStream> direct = new ArrayList<>();
        for (int smmu = 0; smmu < Topology.SMMUS; smmu++) {
            direct.add(Topology.stream(smmu, Topology.GUESTS));
        }
        return new DomainDescription(
                "quiet",
                List.of(AddressRange.of(GuestLayout.RAM, GuestLayout.RAM_BYTES)),
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                direct,
                DomainDescription.ORDINARY_WEIGHT,
                GuestInterrupts.NONE);
    }
}
