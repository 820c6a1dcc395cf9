package org.vinculum.itests.machines.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// A machine with a domain in which a guest lives, or may come to live. Devices are behind the machine's SMMUs in turn.
final class Home {
    static final AddressRange RAM = AddressRange.of(0x4000_0000L, 16L << 20);
    static final long REGISTERS = 0x0904_0000L;
    static final int EVENTS = 34;
    static final int ERRORS = 35;

    private static final int STREAM_BITS = 8;

    final TestedMachine machine;
    final Domain domain;
    private final List<PhysicalStream> streams;

    private Home(TestedMachine machine, Domain domain, List<PhysicalStream> streams) {
        this.machine = machine;
        this.domain = domain;
        this.streams = streams;
    }

    /// Makes a domain with nothing in it.
    ///
    /// @param devices how many; virtual stream IDs are from 1
    /// @param firstPsid physical stream ID of the first
    static Home on(
            TestedMachine machine,
            int devices,
            int firstPsid,
            boolean stalls,
            Map<String, Long> baseline,
            GuestInterrupts interrupts) {
        int smmus = machine.machine.hostTraffic().size();
        List<PhysicalStream> streams = new ArrayList<>();
        List<DomainDescription.Stream> described = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            PhysicalStream stream = PhysicalStream.of("/smmu" + i % smmus, firstPsid + i);
            streams.add(stream);
            described.add(new DomainDescription.Stream(0, StreamId.of(1 + i), stream));
        }
        var viommu =
                new VirtualIommuDescription(
                        VirtualIommuDescription.SMMUV3,
                        AddressRange.of(REGISTERS, TestedMachine.FRAME),
                        EVENTS,
                        ERRORS,
                        0,
                        0xffff,
                        STREAM_BITS,
                        stalls,
                        false,
                        baseline);
        Domain domain =
                machine.machine.create(
                        new DomainDescription(
                                "moving",
                                List.of(RAM),
                                false,
                                List.of(),
                                Optional.empty(),
                                List.of(viommu),
                                described,
                                List.of(),
                                DomainDescription.ORDINARY_WEIGHT,
                                interrupts));
        return new Home(machine, domain, streams);
    }

    /// One of its devices, as new.
    ///
    /// @param number from 0; its virtual stream ID is one more
    DmaDevice device(int number) {
        return new DmaDevice(device -> machine.machine.connect(streams.get(number), device), false);
    }

    /// What a guest here is shown, to be a baseline elsewhere.
    Map<String, Long> shown() {
        return Map.of(
                "IDR0", domain.read(REGISTERS, 4),
                "IDR1", domain.read(REGISTERS + 4, 4),
                "IDR3", domain.read(REGISTERS + 0xc, 4),
                "IDR5", domain.read(REGISTERS + 0x14, 4),
                "AIDR", domain.read(REGISTERS + 0x1c, 4));
    }

    /// Copies pages of RAM that are different.
    ///
    /// @return how many
    static int copy(Domain from, Domain to) {
        int copied = 0;
        for (long at = RAM.start().value(); at < RAM.start().value() + RAM.size(); at += 4096) {
            var source = from.memory().ram(at);
            var target = to.memory().ram(at);
            var page = source.segment().asSlice(at - source.start(), 4096);
            var copy = target.segment().asSlice(at - target.start(), 4096);
            if (page.mismatch(copy) >= 0) {
                copy.copyFrom(page);
                copied++;
            }
        }
        return copied;
    }
}
