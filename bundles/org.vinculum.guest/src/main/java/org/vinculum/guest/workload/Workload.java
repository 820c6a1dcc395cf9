package org.vinculum.guest.workload;

/// Something that a guest, or a device of it, does again and again. Belongs to one thread at a time.
public interface Workload {
    /// Does a bounded piece of it.
    void step();
}
