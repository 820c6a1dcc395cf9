package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.SmmuV3;

/// The mapping that a node keeps for its own MSIs ([LinuxRule#DEVICE_ID_INDEX], [LinuxRule#OWN_MAPPING_IS_SKIPPED]).
final class OwnMapping {
    static final int NONE = -1;

    private OwnMapping() {}

    /// Its position among the node's mappings, or [#NONE].
    static int index(IortNode node) {
        return switch (node) {
            case SmmuV3 smmu when smmu.hasDeviceIdIndex() -> inside(smmu, smmu.deviceIdIndex());
            case Pmcg pmcg when pmcg.overflowGsiv() == 0 -> inside(pmcg, 0);
            default -> NONE;
        };
    }

    private static int inside(IortNode node, long index) {
        return index < node.mappings().count() && index <= Integer.MAX_VALUE ? (int) index : NONE;
    }
}
