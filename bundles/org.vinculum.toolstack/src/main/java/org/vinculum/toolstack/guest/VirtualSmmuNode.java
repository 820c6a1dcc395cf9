package org.vinculum.toolstack.guest;

import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// The virtual SMMUv3 as an `arm,smmu-v3` node with one combined interrupt, which is an edge (IHI 0070, 3.18).
final class VirtualSmmuNode {
    private static final int SPI = 0;
    private static final int FIRST_SPI = 32;
    private static final int EDGE_RISING = 1;

    private VirtualSmmuNode() {}

    /// @param coherent every physical SMMU behind it walks tables coherently with the CPUs' caches
    static Node of(VirtualIommuNode smmu, boolean coherent) {
        long base = smmu.registers().start().value();
        Node node = new Node("iommu@" + Long.toHexString(base));
        node.set(Property.strings("compatible", "arm,smmu-v3"));
        node.set(Wide.of("reg").range(base, smmu.registers().size()).build());
        node.set(Property.cells("interrupts", SPI, smmu.intid() - FIRST_SPI, EDGE_RISING));
        node.set(Property.strings("interrupt-names", "combined"));
        node.set(Property.cells("#iommu-cells", 1));
        if (coherent) {
            node.set(Property.empty("dma-coherent"));
        }
        return node.set(Property.cells("phandle", smmu.phandle()));
    }
}
