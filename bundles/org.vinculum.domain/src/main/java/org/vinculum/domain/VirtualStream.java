package org.vinculum.domain;

import org.vinculum.memory.StreamId;

/// A stream behind a virtual IOMMU, as the virtual IOMMU knows it.
///
/// @param host index into the hosts it was made with and those that joined, in that order
/// @param psid what the host knows it by
/// @param trusted as [DomainDescription.Stream#trusted()]
public record VirtualStream(StreamId vsid, int host, StreamId psid, boolean trusted) {}
