package org.vinculum.acpi.iort.topology;

import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;

/// Some requester whose DMA reaches an SMMU can send MSIs too, where there is an ITS to send them to.
final class MessageCheck {
    private final Reading reading;
    private final Iort table;

    MessageCheck(Reading reading) {
        this.reading = reading;
        this.table = reading.table();
    }

    /// @param buses as they were read from the table; their maps are in order and do not overlap
    void check(List<Bus> buses) {
        if (table.nodes().stream().noneMatch(ItsGroup.class::isInstance)) {
            return;
        }
        for (Bus bus : buses) {
            if (bus.pci().isPresent() && !bus.iommuMap().entries().isEmpty() && !anyArrives(bus)) {
                reading.warning(
                        "iort-message-missing",
                        bus.path(),
                        "requesters reach an SMMU and none of them, from there, an ITS group: no"
                                + " MSI of PCI segment "
                                + bus.pci().get().segment()
                                + " arrives; give the SMMU mappings for its stream IDs");
            }
        }
    }

    // whether some requester with a stream has a DeviceID
    private static boolean anyArrives(Bus bus) {
        List<IdMap.Entry> messages = bus.msiMap().entries();
        int next = 0;
        for (IdMap.Entry entry : bus.iommuMap().entries()) {
            while (next < messages.size() && last(messages.get(next)) < entry.inputBase()) {
                next++;
            }
            if (next < messages.size() && messages.get(next).inputBase() <= last(entry)) {
                return true;
            }
        }
        return false;
    }

    private static long last(IdMap.Entry entry) {
        return entry.inputBase() + entry.length() - 1;
    }
}
