package org.vinculum.scenario.model;

import org.vinculum.iommu.InterruptLines;

/// One interrupt.
public sealed interface Interrupt {
    /// An edge of a wire.
    record Wired(InterruptLines.Line line) implements Interrupt {}

    /// A write of four bytes.
    ///
    /// @param address a multiple of 4
    record Message(long address, int data) implements Interrupt {}
}
