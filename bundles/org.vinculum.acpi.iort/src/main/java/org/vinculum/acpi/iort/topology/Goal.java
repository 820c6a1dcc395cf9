package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;

/// Where the way of an ID ends; nodes of other types are passed through (Linux: `IORT_IOMMU_TYPE`, `IORT_MSI_TYPE`).
enum Goal {
    IOMMU {
        @Override
        boolean isReachedAt(IortNode node) {
            return node instanceof Smmu || node instanceof SmmuV3;
        }
    },
    MESSAGES {
        @Override
        boolean isReachedAt(IortNode node) {
            return node instanceof ItsGroup;
        }
    };

    abstract boolean isReachedAt(IortNode node);
}
