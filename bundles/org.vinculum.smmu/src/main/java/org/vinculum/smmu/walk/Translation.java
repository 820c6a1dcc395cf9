package org.vinculum.smmu.walk;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.cache.Invalidation;
import org.vinculum.smmu.control.CurrentControl;
import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.profile.Identification;

/// The side of the model that translates, as the side of registers and queues holds it.
///
/// @param translator what transactions go through
/// @param caches what commands make forget
public record Translation(Translator translator, Invalidation caches) {
    /// Makes that side for one model.
    @FunctionalInterface
    public interface Maker {
        Translation make(
                Identification identification,
                PhysicalMemory memory,
                CurrentControl control,
                FaultSink faults);
    }
}
