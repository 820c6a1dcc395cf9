package org.vinculum.acpi.iort.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.acpi.iort.table.IortReader;
import org.vinculum.acpi.model.Iort;
import org.vinculum.binding.GuestFirmwareWriter.Device;
import org.vinculum.binding.GuestFirmwareWriter.Guest;
import org.vinculum.binding.GuestFirmwareWriter.HostBridge;
import org.vinculum.binding.GuestFirmwareWriter.Requesters;
import org.vinculum.binding.GuestFirmwareWriter.Smmu;
import org.vinculum.binding.GuestFirmwareWriter.Stream;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.InputFile;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// Guests for tests, and what is written about them.
final class Guests {
    static final AddressRange WINDOW = AddressRange.of(0x800_0000, 0x10_0000);

    private Guests() {}

    /// A device with stream 1, a PCI function with stream 0x1000, and a window for MSIs.
    static Guest small() {
        return new Guest(
                List.of(smmu(0, true, 1, 0x1000)),
                Optional.of(
                        new HostBridge(
                                true,
                                DmaFeatures.NONE,
                                List.of(new Requesters(0, 0x1000, 0, StreamId.of(0x1000))))),
                List.of(device("\\_SB_.P000", new Stream(0, StreamId.of(1)))),
                Optional.of(WINDOW));
    }

    static Guest of(List<Smmu> smmus, Device... devices) {
        return new Guest(smmus, Optional.empty(), List.of(devices), Optional.empty());
    }

    static Smmu smmu(int index, boolean coherent, long... vsids) {
        List<StreamId> streams = new ArrayList<>();
        for (long vsid : vsids) {
            streams.add(StreamId.of(vsid));
        }
        var frame = AddressRange.of(0x404_0000 + index * 0x4_0000L, 0x2_0000);
        return new Smmu(
                new VirtualIommuNode(frame, 65002 + index, 33 + index, 13),
                coherent,
                33 + index,
                97 + index,
                index * 0x1_0000L,
                streams);
    }

    static Device device(String name, Stream... streams) {
        return new Device(
                name,
                false,
                new DmaFeatures(OptionalInt.of(40), false, false, false, 0),
                List.of(streams));
    }

    static byte[] bytes(Guest guest) {
        return new IortGuestWriter().write(guest).content();
    }

    static Iort table(Guest guest) {
        return IortReader.read(InputFile.of("iort.dat", bytes(guest)));
    }
}
