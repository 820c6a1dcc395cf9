package org.vinculum.itests.linux.fault;

import org.vinculum.smmu.cache.Invalidation;

/// Forgets translations as it should, and no configuration ever.
record KeptConfigurations(Invalidation right) implements Invalidation {
    @Override
    public void configurationOfStreams(int first, long count, boolean leaf) {}

    @Override
    public void allConfiguration() {}

    @Override
    public void configurationOfSubstream(int stream, int substream, boolean leaf) {}

    @Override
    public void configurationOfSubstreams(int stream) {}

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
