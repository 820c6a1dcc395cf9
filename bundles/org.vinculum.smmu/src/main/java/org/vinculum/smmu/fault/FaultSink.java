package org.vinculum.smmu.fault;

import org.vinculum.smmu.spec.event.Event;

/// Where the translation side reports faults; behind it are the event queue and the list of stalled transactions.
public interface FaultSink {
    /// Records an event, unless the queue cannot be written or is full, which the queue handles as the architecture says.
    ///
    /// @param mayMerge an identical record that software has not read yet is enough (IHI 0070, 7.3.1)
    void record(Event event, boolean mayMerge);

    /// Stalls a transaction: chooses its STAG, completes the record with it and sees that it reaches the queue.
    ///
    /// @param event the record with Stall set and any STAG
    /// @return the STAG, or -1 when no more can be stalled and the transaction is to be aborted
    int stall(int streamId, int substreamId, long address, int access, Event event);
}
