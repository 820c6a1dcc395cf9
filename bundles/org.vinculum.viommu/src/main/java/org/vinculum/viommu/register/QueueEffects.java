package org.vinculum.viommu.register;

/// What writes of registers cause at the queues that the guest reads.
public interface QueueEffects {
    /// The event queue may take records again: enabled, consumed from, or an error acknowledged. Or no longer.
    void eventQueueChanged();

    /// The same of the PRI queue.
    void pageQueueChanged();

    /// A global error that is to be signalled has become active.
    void errorActivated();
}
