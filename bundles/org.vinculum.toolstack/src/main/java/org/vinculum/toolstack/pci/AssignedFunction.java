package org.vinculum.toolstack.pci;

import org.vinculum.firmware.Bus;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.toolstack.config.PciFunction;

/// A PCI function that goes to the guest.
///
/// @param bus the host bridge it stands behind
/// @param stream what its host bridge makes of its requester ID
/// @param slot where it stands on the guest's bus 0, function 0
public record AssignedFunction(PciFunction function, Bus bus, PhysicalStream stream, int slot) {
    /// The requester ID the guest sees.
    public int vrid() {
        return slot << 3;
    }
}
