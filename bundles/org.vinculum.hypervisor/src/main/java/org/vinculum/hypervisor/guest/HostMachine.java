package org.vinculum.hypervisor.guest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.machine.event.EventRouter;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.machine.turn.Bell;
import org.vinculum.hypervisor.machine.turn.SharedTurns;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.memory.AddressRange;

/// What domains stand on.
///
/// Locks are taken in this order: `administration`, which is for whatever changes a domain's shape; the machine's scheduling;
/// the router's; that of one virtual IOMMU; the monitors of the SMMU drivers and of the turns.
///
/// @param addressBits of RAM's highest address
/// @param smmus by path, in the order of the description
/// @param budget host commands that one register write may cause
/// @param types of virtual IOMMUs that there are, and where they stand
/// @param swaps what became of attempts to swap
/// @param administration comes before all other locks
public record HostMachine(
        MachineMemory memory,
        int addressBits,
        Map<String, PhysicalSmmu> smmus,
        Optional<AddressRange> messageFrame,
        Windows windows,
        EventRouter router,
        SharedTurns turns,
        Bell bell,
        int budget,
        TypePlaces types,
        SwapLog swaps,
        ReentrantLock administration) {
    /// The SMMU that sees a stream; null when there is none.
    PhysicalSmmu smmu(PhysicalStream stream) {
        return smmus.get(stream.iommu());
    }
}
