package org.vinculum.itests.linux.fault;

import org.vinculum.smmu.cache.Invalidation;

/// Forgets configuration as it should, and no translation ever.
final class KeptTranslations extends ForwardedInvalidation {
    KeptTranslations(Invalidation right) {
        super(right);
    }

    @Override
    public void allNonHyp() {}

    @Override
    public void allEl2() {}

    @Override
    public void stage1OfVmid(int vmid) {}

    @Override
    public void allOfVmid(int vmid) {}

    @Override
    public void asid(int vmid, int asid) {}

    @Override
    public void virtualAddresses(int vmid, int asid, long first, long last, boolean leaf) {}

    @Override
    public void intermediateAddresses(int vmid, long first, long last, boolean leaf) {}
}
