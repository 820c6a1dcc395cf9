package org.vinculum.itests.linux.fault;

import org.vinculum.iommu.InterruptLines;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.walk.Translation;

/// One thing that is wrong with an SMMU; everything about it that a fault does not name is as it should be.
///
/// A guest programs a model, or a virtual SMMU; what translates is a model in both cases.
interface Fault {
    /// Nothing is wrong.
    Fault NONE = new Fault() {};

    /// What is wrong with one of the physical SMMUs behind a virtual one.
    ///
    /// @param path [org.vinculum.domain.MachineDescription.Smmu#path()]
    default Fault at(String path) {
        return this;
    }

    /// The side of a model that translates and remembers.
    default Translation translation(Translation right) {
        return right;
    }

    /// Where a model's side that translates reports what it refuses.
    default FaultSink reports(FaultSink right) {
        return right;
    }

    /// What the SMMU that the guest programs reads and writes, messages of its own included.
    default PhysicalMemory memory(PhysicalMemory right) {
        return right;
    }

    /// The wires of the SMMU that the guest programs.
    default InterruptLines interrupts(InterruptLines right) {
        return right;
    }

    /// What the guest's register writes lead to.
    ///
    /// @param memory the guest's
    default GuestSmmu smmu(GuestSmmu right, Ram memory) {
        return right;
    }

    /// The guest has printed this.
    default void printed(String text) {}
}
