package org.vinculum.viommu.state;

import java.util.List;
import java.util.SortedMap;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;

/// A part of the virtual SMMU that has something to say in its saved state beside the registers.
public interface SavedPart {
    /// Adds what it has.
    ///
    /// @param stalled as [SavedState#stalled()]; `streamId` is the guest's
    /// @param more as [SavedState#more()]; names begin with the part's own prefix
    void save(List<Stalled> stalled, SortedMap<String, String> more);

    /// Why it cannot take a state over; the state is not to be trusted to be well formed.
    ///
    /// @return whole sentences, empty when it can
    List<String> refusals(SavedState state);

    /// Takes a state over for which there were no refusals. The registers have been already, without a call of
    /// [org.vinculum.viommu.register.RegisterEffects]; changes that are not acknowledged yet are asked for again afterwards.
    void restore(SavedState state);
}
