package org.vinculum.acpi.iort.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.TableHeader;
import org.vinculum.binding.GuestFirmwareWriter.Device;
import org.vinculum.binding.GuestFirmwareWriter.Guest;
import org.vinculum.binding.GuestFirmwareWriter.HostBridge;
import org.vinculum.binding.GuestFirmwareWriter.Requesters;
import org.vinculum.binding.GuestFirmwareWriter.Smmu;
import org.vinculum.binding.GuestFirmwareWriter.Stream;
import org.vinculum.firmware.DmaFeatures;

/// Says what a guest's IORT says, node by node: the ITS, the virtual SMMUs, what stands behind them, and the memory that
/// has to stay mapped (DEN0049E.d, which is revision 5, the first whose reserved ranges count).
public final class GuestTable {
    static final int REVISION = 5;

    private static final int ITS_REVISION = 1;

    // Without an index of a mapping for the SMMU's own MSIs. From 1 to 4 that index counts as soon
    // as an
    // interrupt is not wired (Linux: iort_get_id_mapping_index) and takes mapping 0 away from the
    // devices; the flag that says it does not count came with 5, which older kernels read like 4.
    private static final int SMMU_REVISION = 0;
    private static final int ROOT_COMPLEX_REVISION = 3;
    private static final int COMPONENT_REVISION = 4;

    // What says nothing about a limit reaches everything; 0 would be a mistake of the firmware to
    // Linux.
    private static final int NO_LIMIT = 64;
    private static final int PASID_BITS_SHIFT = 1;

    private final Guest guest;
    private final Keys keys;
    private final List<IortNode> nodes = new ArrayList<>();

    private GuestTable(Guest guest) {
        this.guest = guest;
        this.keys = new Keys(guest.smmus().size());
    }

    /// The whole table, everything at its place.
    ///
    /// @throws IllegalArgumentException when a node would be longer than 65,535 bytes
    public static Iort of(Guest guest) {
        GuestTable table = new GuestTable(guest);
        table.addNodes();
        return Spacing.of(table.unplaced());
    }

    private Iort unplaced() {
        return new Iort(
                new TableHeader(REVISION, 0, "VINCUL", "VINCULUM", 1, "VNCL", 1),
                0,
                nodes.size(),
                0,
                nodes,
                List.of(),
                new Slack(0, new byte[0]));
    }

    private void addNodes() {
        nodes.add(
                new ItsGroup(
                        head(keys.its(), ITS_REVISION),
                        TableArray.of(List.of(0)),
                        TableArray.of(List.of())));
        for (int i = 0; i < guest.smmus().size(); i++) {
            nodes.add(smmu(guest.smmus().get(i), keys.smmu(i)));
        }
        guest.bridge().ifPresent(bridge -> nodes.add(rootComplex(bridge)));
        for (int i = 0; i < guest.devices().size(); i++) {
            nodes.add(component(guest.devices().get(i), keys.component(i)));
        }
        guest.messageWindow()
                .ifPresent(window ->
                        new MessageWindow(guest, keys, window).addTo(nodes, this::nextHead));
    }

    private IortNode smmu(Smmu smmu, long key) {
        return new SmmuV3(
                head(key, SMMU_REVISION),
                smmu.node().registers().start().value(),
                smmu.coherent() ? SmmuV3.COHACC_OVERRIDE : 0,
                0,
                SmmuV3.GENERIC,
                smmu.eventIntid(),
                0,
                smmu.gerrorIntid(),
                0,
                0,
                0,
                TableArray.of(DeviceIds.of(smmu, keys.its())));
    }

    private IortNode rootComplex(HostBridge bridge) {
        List<IdMapping> mappings = new ArrayList<>();
        for (Requesters run : bridge.functions()) {
            mappings.add(
                    Mappings.range(
                            run.first(),
                            run.count(),
                            run.vsid().unsigned(),
                            keys.smmu(run.viommu())));
        }
        DmaFeatures dma = bridge.dma();
        return new RootComplex(
                head(keys.rootComplex(), ROOT_COMPLEX_REVISION),
                access(bridge.coherent()),
                (dma.ats() ? RootComplex.ATS_SUPPORTED : 0)
                        | (dma.pri() ? RootComplex.PRI_SUPPORTED : 0),
                0,
                dma.addressBits().orElse(NO_LIMIT),
                dma.pasidBits(),
                0,
                TableArray.of(mappings));
    }

    private IortNode component(Device device, long key) {
        List<IdMapping> mappings = new ArrayList<>();
        for (Stream stream : device.streams()) {
            mappings.add(Mappings.single(stream.vsid().unsigned(), keys.smmu(stream.viommu())));
        }
        DmaFeatures dma = device.dma();
        return new NamedComponent(
                head(key, COMPONENT_REVISION),
                (dma.stall() ? NamedComponent.STALL_SUPPORTED : 0)
                        | dma.pasidBits() << PASID_BITS_SHIFT,
                access(device.coherent()),
                dma.addressBits().orElse(NO_LIMIT),
                device.name(),
                TableArray.of(mappings));
    }

    private static MemoryAccess access(boolean coherent) {
        return coherent ? MemoryAccess.COHERENT : MemoryAccess.NOT_COHERENT;
    }

    private NodeHead head(long key, int revision) {
        return NodeHead.of(key, revision, nodes.size());
    }

    private NodeHead nextHead(int revision) {
        return head(keys.component(guest.devices().size()) + nodes.size(), revision);
    }
}
