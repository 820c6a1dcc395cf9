package org.vinculum.binding;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// Writes what a guest's firmware says about its virtual SMMUs, beside the device tree. A service per format.
@ProviderType
public interface GuestFirmwareWriter {
    /// What there is to say.
    ///
    /// @param smmus in the order of [Binding#viommus()]
    /// @param bridge empty without assigned PCI functions
    /// @param devices platform devices in configuration order
    /// @param messageWindow guest physical range that every stream has to keep mapped to itself for its MSIs
    record Guest(
            List<Smmu> smmus,
            Optional<HostBridge> bridge,
            List<Device> devices,
            Optional<AddressRange> messageWindow) {
        public Guest {
            smmus = List.copyOf(smmus);
            devices = List.copyOf(devices);
        }
    }

    /// A virtual SMMUv3.
    ///
    /// @param coherent its table walks are coherent with the CPUs' caches
    /// @param eventIntid interrupt ID of the event queue
    /// @param gerrorIntid interrupt ID of global errors
    /// @param deviceIdBase what the ITS knows stream 0 by; the DeviceID of stream n is n more (IHI 0069, 5.2.1)
    /// @param streams every vSID that a device of the guest issues, ascending, each once
    record Smmu(
            VirtualIommuNode node,
            boolean coherent,
            int eventIntid,
            int gerrorIntid,
            long deviceIdBase,
            List<StreamId> streams) {
        public Smmu {
            streams = List.copyOf(streams);
        }
    }

    /// The virtual PCI host bridge, segment 0.
    ///
    /// @param functions what requester IDs become, in ascending order of their first
    record HostBridge(boolean coherent, DmaFeatures dma, List<Requesters> functions) {
        public HostBridge {
            functions = List.copyOf(functions);
        }
    }

    /// A run of requester IDs.
    ///
    /// @param first requester ID, 16 bits
    /// @param count at least 1
    /// @param viommu index of the virtual SMMU
    /// @param vsid what the first becomes
    record Requesters(int first, int count, int viommu, StreamId vsid) {}

    /// A platform device.
    ///
    /// @param name full path of its ACPI device object in the guest, every segment with its four characters, as Linux
    ///     compares it: `\_SB_.ETH0`
    record Device(String name, boolean coherent, DmaFeatures dma, List<Stream> streams) {
        public Device {
            streams = List.copyOf(streams);
        }
    }

    /// @param viommu index of the virtual SMMU
    record Stream(int viommu, StreamId vsid) {}

    /// The format's name, as [org.vinculum.firmware.FirmwareReader#format()] has it.
    String format();

    /// The file; the same guest gives the same bytes on every machine.
    ///
    /// @throws IllegalArgumentException when something of the guest is more than the format can say
    OutputFile write(Guest guest);
}
