package org.vinculum.machine.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vinculum.memory.AddressRange;

/// What the user says of the machine, beside the host's description.
///
/// @param name of the machine
/// @param baseline names of the models whose common features are all that the SMMUs show; empty for what each has
/// @param ram empty for what the description says
/// @param messageFrame empty for what the description says
/// @param dom0 whether there is one
/// @param dom0Memory in bytes
/// @param budget as [org.vinculum.domain.MachineDescription#budget()]
/// @param policy as [org.vinculum.domain.MachineDescription#policy()]
public record MachineSettings(
        String name,
        ModelChoice models,
        List<String> baseline,
        List<AddressRange> ram,
        Optional<AddressRange> messageFrame,
        boolean dom0,
        long dom0Memory,
        int budget,
        String policy) {
    public MachineSettings {
        baseline = List.copyOf(baseline);
        ram = List.copyOf(ram);
    }

    /// With SMMUs that show what they have.
    public MachineSettings(
            String name,
            ModelChoice models,
            List<AddressRange> ram,
            Optional<AddressRange> messageFrame,
            boolean dom0,
            long dom0Memory,
            int budget,
            String policy) {
        this(name, models, List.of(), ram, messageFrame, dom0, dom0Memory, budget, policy);
    }

    /// Names of what others say differently and a machine in operation cannot follow: everything but its models.
    public List<String> needingStart(MachineSettings other) {
        List<String> names = new ArrayList<>();
        compare("name", name, other.name, names);
        compare("baseline", baseline, other.baseline, names);
        compare("ram", ram, other.ram, names);
        compare("messageFrame", messageFrame, other.messageFrame, names);
        compare("dom0", dom0, other.dom0, names);
        compare("dom0Memory", dom0Memory, other.dom0Memory, names);
        compare("budget", budget, other.budget, names);
        compare("policy", policy, other.policy, names);
        return names;
    }

    private static void compare(String name, Object one, Object other, List<String> different) {
        if (!Objects.equals(one, other)) {
            different.add(name);
        }
    }
}
