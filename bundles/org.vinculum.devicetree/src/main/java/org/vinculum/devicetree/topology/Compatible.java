package org.vinculum.devicetree.topology;

import java.util.List;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Which programming interface an IOMMU node claims (`compatible`; DTSpec 0.4, 2.3.1).
final class Compatible {
    private static final String SMMU_V3 = "arm,smmu-v3";
    private static final Set<String> SMMU_V2 =
            Set.of(
                    "arm,smmu-v1",
                    "arm,smmu-v2",
                    "arm,mmu-400",
                    "arm,mmu-401",
                    "arm,mmu-500",
                    "cavium,smmu-v2",
                    "nvidia,smmu-500",
                    "qcom,smmu-500",
                    "qcom,smmu-v2",
                    "marvell,ap806-smmu-500");

    private Compatible() {}

    static List<String> of(Node node) {
        return node.property("compatible").map(Property::strings).orElse(List.of());
    }

    /// Whether a `compatible` names an SMMU of either kind; most nodes are ruled out without taking the text apart.
    static boolean isSmmu(Property compatible) {
        if (!mentionsMmu(compatible)) {
            return false;
        }
        List<String> names = compatible.strings();
        return isSmmuV3(names) || isSmmuV2(names);
    }

    private static boolean mentionsMmu(Property compatible) {
        for (int i = 0; i + 2 < compatible.length(); i++) {
            if (compatible.byteAt(i) == 'm'
                    && compatible.byteAt(i + 1) == 'm'
                    && compatible.byteAt(i + 2) == 'u') {
                return true;
            }
        }
        return false;
    }

    static boolean isSmmuV3(List<String> compatible) {
        return compatible.contains(SMMU_V3);
    }

    static boolean isSmmuV2(List<String> compatible) {
        for (String one : compatible) {
            if (SMMU_V2.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
