package org.vinculum.machine.host;

import java.util.List;
import java.util.Optional;
import org.vinculum.memory.AddressRange;

/// What the user says of the machine, beside the host's description.
///
/// @param name of the machine
/// @param ram empty for what the description says
/// @param messageFrame empty for what the description says
/// @param dom0 whether there is one
/// @param dom0Memory in bytes
/// @param budget as [org.vinculum.domain.MachineDescription#budget()]
/// @param policy as [org.vinculum.domain.MachineDescription#policy()]
public record MachineSettings(
        String name,
        ModelChoice models,
        List<AddressRange> ram,
        Optional<AddressRange> messageFrame,
        boolean dom0,
        long dom0Memory,
        int budget,
        String policy) {
    public MachineSettings {
        ram = List.copyOf(ram);
    }
}
