package org.vinculum.toolstack.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.firmware.Master;
import org.vinculum.memory.AddressRange;
import org.vinculum.toolstack.config.GuestConfig;
import org.vinculum.toolstack.config.IomemRange;
import org.vinculum.toolstack.guest.GuestMap;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// How many virtual SMMUs a guest has, where they lie, and which stands in front of which physical one.
final class ViommuLayout {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final int count;

    /// @param known paths of physical SMMUs in the order of the previous binding
    /// @param inUse paths of those in front of which a virtual one is needed, in order of first use
    ViommuLayout(boolean perPhysical, Iterable<String> known, Iterable<String> inUse) {
        for (String iommu : known) {
            indexes.putIfAbsent(iommu, perPhysical ? indexes.size() : 0);
        }
        int highest = 0;
        for (String iommu : inUse) {
            indexes.putIfAbsent(iommu, perPhysical ? indexes.size() : 0);
            highest = Math.max(highest, indexes.get(iommu));
        }
        count = highest + 1;
    }

    /// The virtual SMMU in front of a physical one.
    int indexOf(String iommu) {
        return indexes.get(iommu);
    }

    /// Warns of a device behind several: Linux keeps one IOMMU for a device (`iommu_fwspec_init`).
    void check(Device device, Verdict verdict) {
        List<String> behind = new ArrayList<>();
        for (Master.StreamUse use : device.streams()) {
            String address = Sentences.hex(base(indexOf(use.stream().iommu())));
            if (!behind.contains(address)) {
                behind.add(address);
            }
        }
        if (behind.size() > 1) {
            verdict.warn(
                    "device-behind-several",
                    device.place(),
                    "'"
                            + device.path()
                            + "' stands behind the virtual SMMUs at "
                            + Sentences.list(behind)
                            + ": Linux would look for all of its streams at the first; with"
                            + " viommu_topology = \"single\" there is one");
        }
    }

    private static long base(int index) {
        return GuestMap.SMMU_BASE + index * GuestMap.SMMU_SPACING;
    }

    int phandle(int index) {
        return GuestMap.PHANDLE_SMMU + index;
    }

    /// The frames and interrupts, without SIDSIZE; one at least, which a guest without streams sees too.
    List<VirtualIommuNode> nodes() {
        List<VirtualIommuNode> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(
                    new VirtualIommuNode(
                            AddressRange.of(base(i), GuestMap.SMMU_SIZE),
                            phandle(i),
                            GuestMap.SMMU_INTID + i,
                            0));
        }
        return nodes;
    }

    /// Refuses what the configuration gives the guest in the place of a virtual SMMU.
    void check(GuestConfig config, Verdict verdict) {
        List<VirtualIommuNode> nodes = nodes();
        if (nodes.size() > GuestMap.MOST_SMMUS) {
            verdict.refuse(
                    "viommu-too-many",
                    "viommu_topology",
                    nodes.size()
                            + " virtual SMMUs do not fit in the guest's memory map, which has room"
                            + " for "
                            + GuestMap.MOST_SMMUS);
        }
        for (VirtualIommuNode node : nodes) {
            if (config.irqs().contains(node.intid())) {
                verdict.refuse(
                        "viommu-intid-taken",
                        "irqs",
                        "interrupt "
                                + node.intid()
                                + " is the virtual SMMU's at "
                                + node.registers().start()
                                + " and given to the guest in irqs too");
            }
            checkFrame(node, config.iomem(), verdict);
        }
    }

    private static void checkFrame(VirtualIommuNode node, List<IomemRange> iomem, Verdict verdict) {
        for (IomemRange range : iomem) {
            if (range.guest().overlaps(node.registers())) {
                verdict.refuse(
                        "viommu-frame-taken",
                        range.place().toString(),
                        "iomem puts host memory at "
                                + range.guest().start()
                                + " in the guest, over the virtual SMMU's registers at "
                                + node.registers().start()
                                + " to "
                                + Sentences.hex(
                                        node.registers().start().value()
                                                + node.registers().size()
                                                - 1));
            }
        }
    }
}
