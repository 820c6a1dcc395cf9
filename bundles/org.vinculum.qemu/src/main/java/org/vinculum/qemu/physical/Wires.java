package org.vinculum.qemu.physical;

import org.vinculum.iommu.InterruptLines;
import org.vinculum.live.GuestSmmuDescription;

/// Leads the lines of an SMMU to the guest's interrupt controller.
record Wires(GuestSmmuDescription description) implements InterruptLines {
    @Override
    public void raise(Line line) {
        int intid = line == Line.GERROR ? description.gerrorIntid() : description.eventIntid();
        description.interrupts().raise(intid);
    }
}
