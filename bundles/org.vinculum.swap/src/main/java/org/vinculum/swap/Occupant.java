package org.vinculum.swap;

import org.vinculum.iommu.IommuModel;
import org.vinculum.swap.around.RevocableSurroundings;
import org.vinculum.swap.register.RegisterMap;

/// Who stands in a place, and what is to be cut off when it does not any more.
record Occupant(
        Contender contender,
        IommuModel model,
        RevocableSurroundings reach,
        RegisterMap registers) {}
