package org.vinculum.domain;

import org.osgi.annotation.versioning.ConsumerType;

/// The interrupt controller of a guest. Called from any thread; must return at once and not call back.
@ConsumerType
public interface GuestInterrupts {
    /// Nobody listens; for guests that poll.
    GuestInterrupts NONE =
            new GuestInterrupts() {
                @Override
                public void raise(int intid) {}

                @Override
                public void message(long deviceId, int event) {}
            };

    /// An edge of a wired interrupt.
    ///
    /// @param intid interrupt ID; 33 is SPI 1
    void raise(int intid);

    /// A message to the guest's interrupt translation service.
    ///
    /// @param deviceId who sent it, 32 bits unsigned: a device's virtual stream ID counted from its virtual IOMMU's
    ///     [VirtualIommuDescription#deviceIdBase()], or for a virtual IOMMU itself [VirtualIommuDescription#ownDeviceId()]
    /// @param event what was written
    void message(long deviceId, int event);
}
