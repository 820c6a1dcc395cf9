package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.SmmuV3;

/// The mapping for a unit's own MSIs is there, single, and leads to an ITS (Linux: `iort_set_device_domain`).
final class OwnMappingCheck {
    private final Reading reading;
    private final Iort table;

    OwnMappingCheck(Reading reading) {
        this.reading = reading;
        this.table = reading.table();
    }

    void check(SmmuV3 smmu) {
        long count = smmu.mappings().count();
        if (smmu.hasDeviceIdIndex()) {
            checkIndex(smmu, count);
        } else if (smmu.deviceIdIndex() >= Math.max(1, count)) {
            reading.warning(
                    "iort-index-ignored",
                    smmu,
                    "the DeviceID mapping index is "
                            + smmu.deviceIdIndex()
                            + " of "
                            + Numbers.count(count, "mapping")
                            + ", and Linux ignores it because "
                            + whyIgnored(smmu)
                            + ": should the SMMU use MSIs one day, they find no DeviceID");
        }
    }

    void check(Pmcg pmcg) {
        if (pmcg.overflowGsiv() == 0 && pmcg.mappings().count() > 0) {
            checkMapping(pmcg);
        }
        if (pmcg.mappings().count() > 1) {
            reading.warning(
                    "iort-pmcg-mappings",
                    pmcg,
                    pmcg.mappings().count()
                            + " mappings and a PMCG has at most one, for its overflow MSI: the"
                            + " others are never used");
        }
    }

    private void checkIndex(SmmuV3 smmu, long count) {
        if (smmu.deviceIdIndex() < count) {
            checkMapping(smmu);
        } else if (count > 0 || smmu.deviceIdIndex() > 0) {
            reading.error(
                    "iort-index-outside",
                    smmu,
                    "the DeviceID mapping index is "
                            + smmu.deviceIdIndex()
                            + " of "
                            + Numbers.count(count, "mapping")
                            + ": Linux sets up no MSIs for the SMMU, and interrupts without a GSIV"
                            + " never arrive");
        }
    }

    private void checkMapping(IortNode node) {
        int index = OwnMapping.index(node);
        // counted, and not there: the array is told about elsewhere
        if (index == OwnMapping.NONE || index >= NodeMap.present(node).size()) {
            return;
        }
        IdMapping own = NodeMap.present(node).get(index);
        boolean leads = table.node(own.outputReference()).orElse(null) instanceof ItsGroup;
        if (!own.single() || !leads) {
            reading.error(
                    "iort-index-mapping",
                    node,
                    "mapping "
                            + (index + 1)
                            + " is the one for the unit's own MSIs and "
                            + (own.single() ? "does not lead to an ITS group" : "is not single")
                            + ": Linux sets up no MSIs for the unit, and devices behind it cannot"
                            + " use the mapping either");
        }
    }

    private static String whyIgnored(SmmuV3 smmu) {
        if (smmu.head().revision() < 1) {
            return "the node has revision 0";
        }
        return smmu.head().revision() < 5
                ? "all four interrupts are wired"
                : "the flag that makes it valid is clear";
    }
}
