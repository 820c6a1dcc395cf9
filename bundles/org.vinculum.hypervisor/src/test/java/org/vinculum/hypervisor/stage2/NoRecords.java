package org.vinculum.hypervisor.stage2;

import org.vinculum.hypervisor.host.HostRecords;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// For streams that are taken away with faults of theirs still in the queue.
final class NoRecords implements HostRecords {
    @Override
    public void event(StreamId psid, Words record) {}

    @Override
    public void pageRequest(StreamId psid, Words record) {}

    @Override
    public void overflow() {}
}
