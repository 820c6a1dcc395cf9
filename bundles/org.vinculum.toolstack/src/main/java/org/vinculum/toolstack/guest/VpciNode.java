package org.vinculum.toolstack.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.vinculum.binding.BoundStream;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// The virtual PCI host bridge as libxl describes it, with an `iommu-map` from requester IDs to virtual stream IDs.
///
/// One entry maps the whole block of the bridge. A function whose ID lies elsewhere, because the user fixed it or because
/// it shares the stream of another, splits that entry: no two entries overlap, so their order does not matter.
public final class VpciNode {
    /// Where the guest finds it.
    public static final String PATH = "/pcie@10000000";

    private static final int MEMORY = 0x0200_0000;
    private static final int PREFETCHABLE = 0x4300_0000;
    private static final int LAST_BUS = 255;
    // 16 buses; requester IDs above it belong to no function
    private static final int BLOCK = 0x1000;

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
        BoundStream block = blockOwner(functions);
        List<int[]> entries = new ArrayList<>();
        int from = 0;
        for (var function : functions.entrySet()) {
            int vrid = function.getKey();
            BoundStream stream = function.getValue();
            if (block != null
                    && stream.viommu() == block.viommu()
                    && base(vrid, stream) == base(block)) {
                continue;
            }
            add(entries, block, from, vrid, phandles);
            entries.add(new int[] {vrid, phandles[stream.viommu()], stream.vsid().value(), 1});
            from = vrid + 1;
        }
        add(entries, block, from, BLOCK, phandles);
        return flat(entries);
    }

    private static void add(
            List<int[]> entries, BoundStream block, int from, int to, int[] phandles) {
        if (block != null && from < to) {
            entries.add(
                    new int[] {
                        from, phandles[block.viommu()], (int) (base(block) + from), to - from
                    });
        }
    }

    // The first function that stands at its own place of a block: one that starts at a multiple of
    // 0x1000, where no platform stream can be.
    private static BoundStream blockOwner(SortedMap<Integer, BoundStream> functions) {
        for (var function : functions.entrySet()) {
            BoundStream stream = function.getValue();
            if (stream.vrid().isPresent()
                    && stream.vrid().getAsInt() == function.getKey()
                    && base(stream) >= BLOCK
                    && base(stream) % BLOCK == 0) {
                return stream;
            }
        }
        return null;
    }

    private static long base(BoundStream stream) {
        return base(stream.vrid().orElseThrow(), stream);
    }

    private static long base(int vrid, BoundStream stream) {
        return stream.vsid().unsigned() - vrid;
    }

    private static Property flat(List<int[]> entries) {
        int[] cells = new int[entries.size() * 4];
        for (int i = 0; i < entries.size(); i++) {
            System.arraycopy(entries.get(i), 0, cells, i * 4, 4);
        }
        return Property.cells("iommu-map", cells);
    }
}
