package org.vinculum.hypervisor.guest;

import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.memory.StreamId;

/// How a virtual IOMMU and the devices behind it interrupt their guest.
record Interruption(GuestInterrupts guest, VirtualIommuDescription description)
        implements InterruptLines {
    @Override
    public void raise(Line line) {
        guest.raise(line == Line.GERROR ? description.gerrorIntid() : description.eventIntid());
    }

    /// A message of the virtual IOMMU itself.
    void own(int event) {
        guest.message(description.ownDeviceId(), event);
    }

    /// A message of a device.
    void device(StreamId vsid, int event) {
        guest.message(description.deviceIdBase() + vsid.unsigned(), event);
    }
}
