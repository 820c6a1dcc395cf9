package org.vinculum.toolstack.acpi;

import java.util.List;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.memory.AddressRange;
import org.vinculum.toolstack.config.GuestConfig;
import org.vinculum.toolstack.config.IomemRange;
import org.vinculum.toolstack.config.Place;
import org.vinculum.toolstack.guest.GuestMap;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// Refuses what an ACPI guest cannot be told, or would be told wrongly.
public record AcpiLimits(GuestConfig config, Verdict verdict) {
    /// The virtual SMMUs whose second interrupts stand between the first ones of all and nobody else's.
    static final int MOST_SMMUS = GuestMap.GERROR_DISTANCE;

    /// DeviceIDs of one virtual SMMU where there are several: 16 bits, so that the next has its own.
    static final long DEVICE_IDS = 1L << 16;

    // A node of an IORT has a length of 16 bits and 20 bytes for each mapping.
    private static final int MOST_STREAMS = 3000;

    /// Before IDs are given.
    public void check(List<VirtualIommuNode> viommus, List<Device> devices) {
        if (config.acpi().isPresent()) {
            checkInterrupts(viommus);
            devices.forEach(this::checkStreams);
        }
        config.messageWindow().ifPresent(place -> checkWindow(place, viommus));
    }

    /// Once IDs are given.
    public void check(Binding binding) {
        if (config.acpi().isEmpty() || binding.viommus().size() < 2) {
            return;
        }
        for (BoundStream stream : binding.streams()) {
            if (stream.vsid().unsigned() >= DEVICE_IDS) {
                verdict.refuse(
                        "acpi-device-id",
                        stream.devices().getFirst(),
                        "vSID "
                                + stream.vsid()
                                + " lies above 16 bits; behind several virtual SMMUs these are what"
                                + " is left of an ITS's DeviceID for it");
                return;
            }
        }
    }

    private void checkInterrupts(List<VirtualIommuNode> viommus) {
        if (viommus.size() > MOST_SMMUS) {
            verdict.refuse(
                    "acpi-viommus-too-many",
                    "viommu_topology",
                    "a guest described by ACPI has two interrupts for each virtual SMMU, which are"
                            + " there for "
                            + MOST_SMMUS
                            + " and not for "
                            + viommus.size());
            return;
        }
        for (VirtualIommuNode node : viommus) {
            int gerror = GuestDescription.gerrorIntid(node);
            if (config.irqs().contains(gerror)) {
                verdict.refuse(
                        "acpi-intid-taken",
                        "irqs",
                        "with acpi = 1 interrupt "
                                + gerror
                                + " tells of global errors of the virtual SMMU at "
                                + node.registers().start()
                                + ", and is given to the guest in irqs too");
            }
        }
    }

    private void checkStreams(Device device) {
        if (device.streams().size() > MOST_STREAMS) {
            verdict.refuse(
                    "acpi-streams-too-many",
                    device.place(),
                    "'"
                            + device.path()
                            + "' has "
                            + device.streams().size()
                            + " streams, and a named component of an IORT has room for "
                            + MOST_STREAMS);
        }
    }

    private void checkWindow(Place place, List<VirtualIommuNode> viommus) {
        if (config.acpi().isEmpty()) {
            verdict.warn(
                    "msi-window-unsaid",
                    place.toString(),
                    "viommu_msi_rmr has an effect with acpi = 1 only; a device tree has no word"
                            + " for it");
            return;
        }
        AddressRange window = window();
        for (VirtualIommuNode node : viommus) {
            if (node.registers().overlaps(window)) {
                refuseWindow(place, "a virtual SMMU's registers", node.registers());
            }
        }
        for (IomemRange range : config.iomem()) {
            if (range.guest().overlaps(window)) {
                refuseWindow(range.place(), "host memory by iomem", range.guest());
            }
        }
    }

    private void refuseWindow(Place place, String what, AddressRange there) {
        verdict.refuse(
                "msi-window-taken",
                place.toString(),
                "the guest has "
                        + what
                        + " at "
                        + there.start()
                        + ", in the window of its MSIs at "
                        + Sentences.hex(GuestMap.MESSAGE_WINDOW_BASE)
                        + " to "
                        + Sentences.hex(
                                GuestMap.MESSAGE_WINDOW_BASE + GuestMap.MESSAGE_WINDOW_SIZE - 1));
    }

    /// Where a guest's MSI doorbells are.
    public static AddressRange window() {
        return AddressRange.of(GuestMap.MESSAGE_WINDOW_BASE, GuestMap.MESSAGE_WINDOW_SIZE);
    }
}
