package org.vinculum.itests.linux.fault;

import org.vinculum.smmu.cache.Invalidation;

/// Caches that forget all that they are asked to, for those that forget less.
class ForwardedInvalidation implements Invalidation {
    private final Invalidation right;

    ForwardedInvalidation(Invalidation right) {
        this.right = right;
    }

    @Override
    public void configurationOfStreams(int first, long count, boolean leaf) {
        right.configurationOfStreams(first, count, leaf);
    }

    @Override
    public void allConfiguration() {
        right.allConfiguration();
    }

    @Override
    public void configurationOfSubstream(int stream, int substream, boolean leaf) {
        right.configurationOfSubstream(stream, substream, leaf);
    }

    @Override
    public void configurationOfSubstreams(int stream) {
        right.configurationOfSubstreams(stream);
    }

    @Override
    public void allNonHyp() {
        right.allNonHyp();
    }

    @Override
    public void allEl2() {
        right.allEl2();
    }

    @Override
    public void stage1OfVmid(int vmid) {
        right.stage1OfVmid(vmid);
    }

    @Override
    public void allOfVmid(int vmid) {
        right.allOfVmid(vmid);
    }

    @Override
    public void asid(int vmid, int asid) {
        right.asid(vmid, asid);
    }

    @Override
    public void virtualAddresses(int vmid, int asid, long first, long last, boolean leaf) {
        right.virtualAddresses(vmid, asid, first, last, leaf);
    }

    @Override
    public void intermediateAddresses(int vmid, long first, long last, boolean leaf) {
        right.intermediateAddresses(vmid, first, last, leaf);
    }

    @Override
    public void complete() {
        right.complete();
    }
}
