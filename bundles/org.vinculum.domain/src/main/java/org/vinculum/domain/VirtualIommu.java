package org.vinculum.domain;

import org.osgi.annotation.versioning.ConsumerType;
import org.vinculum.iommu.SavedState;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// An IOMMU as one guest sees it. A plain object.
///
/// [#read] comes from any thread at any time; everything else from one thread at a time. Nothing a guest does is an
/// exception.
@ConsumerType
public interface VirtualIommu {
    /// Bytes of the register frame.
    long frameSize();

    /// A guest's read. Takes no lock.
    ///
    /// @param offset in bytes, a multiple of `width`, inside the frame
    /// @param width 4 or 8 bytes
    /// @return zero-extended
    long read(long offset, int width);

    /// A guest's write. Does no work that a guest can make long: that waits for [#process].
    void write(long offset, int width, long value);

    /// Whether [#process] would get on: something waits, and neither a host's completion nor room in a host's ring is
    /// missing.
    boolean ready();

    /// Whether [#process] would get on but for a host's completion or room in a host's ring, so that [#progress] matters.
    boolean waits();

    /// Works off the guest's commands in their order, until nothing is left, `budget` is used up, or something is missing
    /// that [#ready] names. Each guest command counts as one host command at least; one that needs more may stop midway and
    /// go on at the next call.
    ///
    /// @param budget host commands, at least 1; exceeded only to finish one step on one stream
    /// @return host commands used
    int process(int budget);

    /// Looks at what it waits for: syncs that have completed, room that has come. Cheap; called after every change on a host.
    void progress();

    /// A further physical SMMU stands behind it from now on; its index is the next one.
    ///
    /// @param host confined to the domain, as the first ones
    /// @throws MachineRefusedException when it lacks what the guest has been shown; nothing has changed then
    void join(HostSmmu host);

    /// A stream has come.
    void attach(VirtualStream stream);

    /// A stream is gone, with everything that waits on it; the host side has been seen to.
    void detach(StreamId vsid);

    /// An event that a physical SMMU recorded for one of its streams.
    ///
    /// @param record 4 words, as the host's queue had them
    void event(StreamId vsid, Words record);

    /// A page request for one of its streams.
    ///
    /// @param record 2 words, as the host's queue had them
    void pageRequest(StreamId vsid, Words record);

    /// A host's event queue has overflowed, so that events of this guest may have been lost; or one was kept back, since there
    /// were too many of them. Counts as one dropped, if the guest is told.
    void overflow();

    /// Counters; the hypervisor adds what it counts itself.
    Counts counts();

    /// All state that the guest can see or that matters to it later. Called when nothing is being processed.
    SavedState save();

    /// Takes over a saved state in place of its own; the streams have been attached. Gives no commands: what has to be put into
    /// force waits for [#process].
    ///
    /// When it takes over from another on the same hosts, what that one has given to them may not be complete: the guest's next
    /// CMD_SYNC has to wait for it. Then [#event] tells again of each transaction that waits in a host, which the guest is not
    /// told of again.
    ///
    /// @throws MachineRefusedException when the guest has been shown what the hosts here lack; nothing has changed then
    void restore(SavedState state);

    /// As the components of [GuestTraffic].
    record Counts(
            long commands,
            long syncs,
            long hostCommands,
            long commandErrors,
            long events,
            long eventsDropped,
            int waiting,
            int stalled) {}
}
