package org.vinculum.viommu.queue;

import org.vinculum.domain.VirtualStream;
import org.vinculum.memory.StreamId;

/// The streams whose devices may ask the guest for pages.
public interface PageRequesters {
    /// The stream; null when the guest has none with this ID.
    VirtualStream find(StreamId vsid);

    /// Whether an answer that software does not give carries the request's PASID, where IDR3.PPS is not shown: STE.PPAR of the
    /// guest's entry (IHI 0070, 8.1).
    boolean answersWithPasid(StreamId vsid);
}
