package org.vinculum.viommu.work;

import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualStream;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.queue.PageRequesters;
import org.vinculum.viommu.register.RegisterEffects;
import org.vinculum.viommu.state.SavedPart;

/// What the virtual SMMU does on the hosts: the guest's commands, its streams, their faults. Used by one thread at a time.
///
/// The methods that [VirtualIommu] has too mean the same as there.
public interface GuestWork extends RegisterEffects, PageRequesters, SavedPart {
    boolean ready();

    boolean waits();

    int process(int budget);

    void progress();

    void attach(VirtualStream stream);

    void detach(StreamId vsid);

    void event(StreamId vsid, Words record);

    void pageRequest(StreamId vsid, Words record);

    /// @param events for [VirtualIommu.Counts#events()]
    /// @param eventsDropped for [VirtualIommu.Counts#eventsDropped()]
    VirtualIommu.Counts counts(long events, long eventsDropped);
}
