package org.vinculum.itests.linux.fault;

import org.vinculum.smmu.cache.Invalidation;

/// Forgets translations as it should, and no configuration ever.
final class KeptConfigurations extends ForwardedInvalidation {
    KeptConfigurations(Invalidation right) {
        super(right);
    }

    @Override
    public void configurationOfStreams(int first, long count, boolean leaf) {}

    @Override
    public void allConfiguration() {}

    @Override
    public void configurationOfSubstream(int stream, int substream, boolean leaf) {}

    @Override
    public void configurationOfSubstreams(int stream) {}
}
