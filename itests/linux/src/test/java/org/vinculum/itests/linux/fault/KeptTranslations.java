package org.vinculum.itests.linux.fault;

import org.vinculum.smmu.cache.Invalidation;

/// Forgets configuration as it should, and no translation ever.
record KeptTranslations(Invalidation right) implements Invalidation {
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

    @Override
    public void complete() {
        right.complete();
    }
}
