package org.vinculum.hypervisor.guest.emulator;

import java.util.List;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;

/// Makes emulators for one place.
///
/// @param guest what they reach of it
public record EmulatorMaker(VirtualIommuDescription description, GuestSurroundings guest) {
    /// What one will reach, still closed.
    Connections connect(List<HostSmmu> hosts, WaitingStalls stalls) {
        return new Connections(guest, hosts, stalls);
    }

    /// @throws MachineRefusedException when the hosts cannot stand behind one, or the frame is too small
    Emulator make(OfferedType offered, Connections connections) {
        VirtualIommu virtual =
                offered.type().create(description, connections.surroundings(), connections.hosts());
        if (Long.compareUnsigned(description.registers().size(), virtual.frameSize()) < 0) {
            throw new MachineRefusedException(
                    List.of(
                            "A virtual IOMMU %s needs 0x%x bytes, more than %s."
                                    .formatted(
                                            offered.name(),
                                            virtual.frameSize(),
                                            description.registers())));
        }
        return new Emulator(offered, virtual, connections);
    }
}
