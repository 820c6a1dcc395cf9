package org.vinculum.viommu;

import org.vinculum.domain.VirtualIommuType;
import org.vinculum.tck.SmmuV3VirtualIommuContract;

class VirtualSmmuContractTest extends SmmuV3VirtualIommuContract {
    @Override
    protected VirtualIommuType type() {
        return new VirtualSmmuType();
    }
}
