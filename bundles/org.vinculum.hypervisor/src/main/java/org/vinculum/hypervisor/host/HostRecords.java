package org.vinculum.hypervisor.host;

import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// Takes what a physical SMMU reported.
public interface HostRecords {
    /// @param record 4 words
    void event(StreamId psid, Words record);

    /// @param record 2 words
    void pageRequest(StreamId psid, Words record);

    /// Records have been lost to an overflow, nobody knows whose.
    void overflow();
}
