package org.vinculum.hypervisor.host;

import org.vinculum.iommu.InterruptLines;

/// Takes the interrupts of one SMMU, so that a model can be made before the driver that looks after it. An SMMU may have one
/// line for all its interrupts (Cavium 126), therefore every edge counts as all of them.
public final class HostInterrupts implements InterruptLines {
    private volatile boolean pending;
    private volatile Runnable listener = () -> {};

    /// Tells somebody of every edge, from whatever thread raises it; he must return at once and not call back.
    void onEdge(Runnable told) {
        listener = told;
    }

    @Override
    public void raise(Line line) {
        pending = true;
        listener.run();
    }

    /// Whether there was an edge since the last time.
    boolean take() {
        if (!pending) {
            return false;
        }
        pending = false;
        return true;
    }
}
