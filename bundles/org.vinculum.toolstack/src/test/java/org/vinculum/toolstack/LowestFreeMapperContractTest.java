package org.vinculum.toolstack;

import org.vinculum.binding.IdMapper;
import org.vinculum.tck.IdMapperContract;

class LowestFreeMapperContractTest extends IdMapperContract {
    @Override
    protected IdMapper mapper() {
        return new LowestFreeMapper();
    }
}
