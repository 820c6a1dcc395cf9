package org.vinculum.toolstack.guest;

import java.util.List;
import java.util.SortedMap;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.GuestFirmwareWriter.Requesters;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// The virtual PCI host bridge as libxl describes it, with an `iommu-map` from requester IDs to virtual stream IDs.
public final class VpciNode {
    /// Where the guest finds it.
    public static final String PATH = "/pcie@10000000";

    private static final int MEMORY = 0x0200_0000;
    private static final int PREFETCHABLE = 0x4300_0000;
    private static final int LAST_BUS = 255;

    private VpciNode() {}

    /// @param functions the virtual stream of each requester ID
    /// @param phandles of the virtual SMMUs, by index
    /// @param coherent the DMA of every function is coherent with the CPUs' caches
    static Node of(SortedMap<Integer, BoundStream> functions, int[] phandles, boolean coherent) {
        Node node = new Node("pcie@10000000");
        node.set(Property.strings("compatible", "pci-host-ecam-generic"));
        node.set(Property.strings("device_type", "pci"));
        node.set(Wide.of("reg").range(GuestMap.VPCI_ECAM_BASE, GuestMap.VPCI_ECAM_SIZE).build());
        node.set(Property.cells("bus-range", 0, LAST_BUS));
        node.set(Property.cells("#address-cells", 3));
        node.set(Property.cells("#size-cells", 2));
        node.set(Property.strings("status", "okay"));
        node.set(ranges());
        node.set(iommuMap(functions, phandles));
        if (coherent) {
            node.set(Property.empty("dma-coherent"));
        }
        return node;
    }

    private static Property ranges() {
        return Wide.of("ranges")
                .cell(MEMORY)
                .wide(GuestMap.VPCI_MEM_BASE)
                .range(GuestMap.VPCI_MEM_BASE, GuestMap.VPCI_MEM_SIZE)
                .cell(PREFETCHABLE)
                .wide(GuestMap.VPCI_PREFETCH_BASE)
                .range(GuestMap.VPCI_PREFETCH_BASE, GuestMap.VPCI_PREFETCH_SIZE)
                .build();
    }

    private static Property iommuMap(SortedMap<Integer, BoundStream> functions, int[] phandles) {
        List<Requesters> runs = RequesterRuns.of(functions);
        int[] cells = new int[runs.size() * 4];
        for (int i = 0; i < runs.size(); i++) {
            Requesters run = runs.get(i);
            cells[4 * i] = run.first();
            cells[4 * i + 1] = phandles[run.viommu()];
            cells[4 * i + 2] = run.vsid().value();
            cells[4 * i + 3] = run.count();
        }
        return Property.cells("iommu-map", cells);
    }
}
