package org.vinculum.toolstack.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an earlier `binding.json` says that a new binding may keep.
///
/// @param name of the file
public record Previous(String name, String domain, List<Stream> streams) {
    /// Nothing to keep.
    public static final Previous NONE = new Previous("", "", List.of());

    /// @param iommuPath of the physical IOMMU when the file was written
    /// @param iommuBase its registers' CPU address
    /// @param slots requester IDs of PCI functions, by address
    /// @param objects names of platform devices in the guest's ACPI namespace, by device
    public record Stream(
            int viommu,
            long vsid,
            String iommuPath,
            long iommuBase,
            long psid,
            Map<String, Integer> slots,
            Map<String, String> objects) {}

    /// Slots on the virtual bus by PCI address.
    public Map<String, Integer> slots() {
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (Stream stream : streams) {
            stream.slots().forEach((address, vrid) -> slots.putIfAbsent(address, vrid >> 3));
        }
        return slots;
    }

    /// Names of ACPI objects by device.
    public Map<String, String> objects() {
        Map<String, String> objects = new LinkedHashMap<>();
        streams.forEach(stream -> stream.objects().forEach(objects::putIfAbsent));
        return objects;
    }
}
