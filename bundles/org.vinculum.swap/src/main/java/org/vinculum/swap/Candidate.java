package org.vinculum.swap;

import org.vinculum.iommu.IommuModel;

/// A model that could take over at once: made, and found to be able to do what software has been shown. It reaches nothing
/// until then.
public final class Candidate {
    private final Contender contender;
    private final int iidr;
    private final ReadyThread thread;
    private volatile Occupant ready;

    /// @param iidr as [#iidr()]
    /// @param thread that will hand over
    Candidate(Occupant ready, int iidr, ReadyThread thread) {
        this.contender = ready.contender();
        this.iidr = iidr;
        this.ready = ready;
        this.thread = thread;
    }

    /// To read what it says of itself.
    ///
    /// @throws IllegalStateException when it has taken over or has been discarded
    public IommuModel model() {
        return occupant().model();
    }

    public Contender contender() {
        return contender;
    }

    /// SMMU_IIDR, which was read while nobody waited (IHI 0070, 6.3.5); 0 for another kind.
    public int iidr() {
        return iidr;
    }

    /// Not needed any more. Nothing happens when it has taken over.
    public void discard() {
        Occupant unused = ready;
        ready = null;
        if (unused != null) {
            unused.reach().revoke();
            thread.end();
        }
    }

    ReadyThread thread() {
        return thread;
    }

    Occupant occupant() {
        Occupant now = ready;
        if (now == null) {
            throw new IllegalStateException(contender.title() + " is no candidate any more");
        }
        return now;
    }

    /// From now on it is not the candidate's to show or to discard.
    void takenOver() {
        ready = null;
        thread.end(); // into a vacant place others may have brought it
    }
}
