package org.vinculum.itests.linux.fault;

import org.vinculum.smmu.cache.Invalidation;

/// Forgets the first 4 KiB of each range that it is to forget by address.
final class FirstPages extends ForwardedInvalidation {
    private static final long PAGE = 4096;

    FirstPages(Invalidation right) {
        super(right);
    }

    @Override
    public void virtualAddresses(int vmid, int asid, long first, long last, boolean leaf) {
        super.virtualAddresses(vmid, asid, first, first | PAGE - 1, leaf);
    }

    @Override
    public void intermediateAddresses(int vmid, long first, long last, boolean leaf) {
        super.intermediateAddresses(vmid, first, first | PAGE - 1, leaf);
    }
}
