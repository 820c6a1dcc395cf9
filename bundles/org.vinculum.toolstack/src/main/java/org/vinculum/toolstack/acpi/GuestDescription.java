package org.vinculum.toolstack.acpi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.GuestFirmwareWriter;
import org.vinculum.binding.GuestFirmwareWriter.Guest;
import org.vinculum.binding.GuestFirmwareWriter.HostBridge;
import org.vinculum.binding.GuestFirmwareWriter.Smmu;
import org.vinculum.binding.GuestFirmwareWriter.Stream;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.Master;
import org.vinculum.memory.StreamId;
import org.vinculum.toolstack.config.GuestConfig;
import org.vinculum.toolstack.guest.GuestMap;
import org.vinculum.toolstack.guest.RequesterRuns;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.pci.AssignedFunction;

/// Says of a guest what its ACPI tables have to say, in no format yet.
///
/// @param coherent for each virtual SMMU, whether all physical ones behind it walk tables coherently
/// @param requesters virtual stream by requester ID on the virtual host bridge
public record GuestDescription(
        GuestConfig config,
        Binding binding,
        List<Boolean> coherent,
        List<Device> devices,
        List<AssignedFunction> functions,
        SortedMap<Integer, BoundStream> requesters) {
    public Guest guest() {
        return new Guest(
                smmus(),
                functions.isEmpty() ? Optional.empty() : Optional.of(bridge()),
                components(),
                config.messageWindow().map(_ -> AcpiLimits.window()));
    }

    private List<Smmu> smmus() {
        List<Smmu> smmus = new ArrayList<>();
        for (int i = 0; i < binding.viommus().size(); i++) {
            VirtualIommuNode node = binding.viommus().get(i);
            smmus.add(
                    new Smmu(
                            node,
                            coherent.get(i),
                            node.intid(),
                            gerrorIntid(node),
                            deviceIdBase(i),
                            streams(i)));
        }
        return smmus;
    }

    /// Interrupt ID of a virtual SMMU's global errors.
    public static int gerrorIntid(VirtualIommuNode node) {
        return node.intid() + GuestMap.GERROR_DISTANCE;
    }

    /// DeviceID of stream 0 of a virtual SMMU.
    public static long deviceIdBase(int index) {
        return index * AcpiLimits.DEVICE_IDS;
    }

    private List<StreamId> streams(int viommu) {
        List<StreamId> streams = new ArrayList<>();
        for (BoundStream stream : binding.streams()) {
            if (stream.viommu() == viommu) {
                streams.add(stream.vsid());
            }
        }
        return streams;
    }

    private HostBridge bridge() {
        boolean all = true;
        OptionalInt limit = OptionalInt.empty();
        for (AssignedFunction function : functions) {
            all &= function.bus().coherent();
            limit = lower(limit, function.bus().dma().addressBits());
        }
        return new HostBridge(all, offered(limit, 0), RequesterRuns.of(requesters));
    }

    private static OptionalInt lower(OptionalInt a, OptionalInt b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return OptionalInt.of(Math.min(a.getAsInt(), b.getAsInt()));
    }

    private List<GuestFirmwareWriter.Device> components() {
        List<GuestFirmwareWriter.Device> components = new ArrayList<>();
        for (Device device : devices) {
            device.object()
                    .ifPresent(name ->
                            components.add(component(device, device.master().orElseThrow(), name)));
        }
        return components;
    }

    private GuestFirmwareWriter.Device component(Device device, Master master, String name) {
        Set<Stream> streams = new LinkedHashSet<>();
        for (Master.StreamUse use : device.streams()) {
            BoundStream bound = binding.ofPhysical(use.stream()).orElseThrow();
            streams.add(new Stream(bound.viommu(), bound.vsid()));
        }
        DmaFeatures host = master.dma();
        return new GuestFirmwareWriter.Device(
                name,
                master.coherent(),
                offered(host.addressBits(), host.pasidBits()),
                List.copyOf(streams));
    }

    // The virtual SMMU offers neither ATS nor stalls; of substream IDs a driver takes the fewer of
    // the
    // device's and the SMMU's.
    private static DmaFeatures offered(OptionalInt addressBits, int pasidBits) {
        return new DmaFeatures(addressBits, false, false, false, pasidBits);
    }
}
