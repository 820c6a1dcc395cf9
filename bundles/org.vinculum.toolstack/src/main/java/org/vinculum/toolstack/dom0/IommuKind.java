package org.vinculum.toolstack.dom0;

import java.util.List;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// What becomes of a node in dom0's tree.
enum IommuKind {
    /// An SMMUv3: a virtual one takes its place.
    VIRTUAL,
    /// Another IOMMU that Xen drives itself: dom0 must not see it.
    HIDDEN,
    /// An IOMMU Xen knows nothing of: dom0 drives it as it would without Xen.
    UNTOUCHED,
    /// No IOMMU.
    NONE;

    static final String SMMU_V3 = "arm,smmu-v3";

    // xen/drivers/passthrough/arm: smmu.c and ipmmu-vmsa.c
    private static final Set<String> DRIVEN_BY_XEN =
            Set.of(
                    "arm,smmu-v1",
                    "arm,smmu-v2",
                    "arm,mmu-400",
                    "arm,mmu-401",
                    "arm,mmu-500",
                    "renesas,ipmmu-r8a7795",
                    "renesas,ipmmu-r8a77965",
                    "renesas,ipmmu-r8a7796",
                    "renesas,ipmmu-r8a77961",
                    "renesas,ipmmu-r8a779f0",
                    "renesas,ipmmu-r8a779g0");

    static IommuKind of(Node node) {
        Property compatible = node.property("compatible").orElse(null);
        List<String> strings = compatible == null ? List.of() : compatible.strings();
        if (strings.contains(SMMU_V3)) {
            return VIRTUAL;
        }
        for (String string : strings) {
            if (DRIVEN_BY_XEN.contains(string)) {
                return HIDDEN;
            }
        }
        return node.has("#iommu-cells") ? UNTOUCHED : NONE;
    }
}
