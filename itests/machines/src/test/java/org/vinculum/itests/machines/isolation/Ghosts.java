package org.vinculum.itests.machines.isolation;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;

/// Models that have been replaced and do not know it: each ends the transactions that waited in it when it left.
final class Ghosts {
    private final List<Runnable> late = new ArrayList<>();

    /// One gives its state to another.
    void leaves(SavedState state, IommuSurroundings reached) {
        for (Stalled one : state.stalled()) {
            late.add(() ->
                    reached.endpoints().release(one.streamId(), one.stag(), Release.TERMINATE));
        }
    }

    /// They do so.
    void walk() {
        late.forEach(Runnable::run);
        late.clear();
    }
}
