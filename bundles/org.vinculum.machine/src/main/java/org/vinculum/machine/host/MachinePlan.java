package org.vinculum.machine.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.MachineDescription.Smmu;
import org.vinculum.firmware.Iommu;
import org.vinculum.memory.AddressRange;

/// What a host becomes as a machine.
///
/// @param notes sentences on what was left out or assumed
public record MachinePlan(MachineDescription description, List<String> notes) {
    /// What a host has that says nothing of memory: 4 GiB above the space where registers usually are.
    private static final List<AddressRange> ASSUMED_RAM =
            List.of(AddressRange.of(0x1_0000_0000L, 4L << 30));

    /// @throws org.vinculum.domain.MachineRefusedException when the models of the baseline cannot stand for each other
    public static MachinePlan of(Host host, MachineSettings settings) {
        List<String> notes = new ArrayList<>();
        List<Smmu> smmus = smmus(host, settings, notes);
        Optional<AddressRange> messages =
                settings.messageFrame().or(() -> host.tree().messageFrame());
        List<AddressRange> holes = new ArrayList<>();
        smmus.forEach(smmu -> holes.add(smmu.frame()));
        messages.ifPresent(holes::add);
        List<AddressRange> ram = RamPieces.of(said(host, settings, notes), holes);
        return new MachinePlan(
                new MachineDescription(smmus, ram, messages, settings.budget(), settings.policy()),
                List.copyOf(notes));
    }

    private static List<Smmu> smmus(Host host, MachineSettings settings, List<String> notes) {
        List<Smmu> smmus = new ArrayList<>();
        for (Iommu iommu : host.platform().iommus()) {
            Optional<AddressRange> frame = iommu.registers();
            if (!(iommu instanceof Iommu.SmmuV3 smmu)) {
                notes.add(iommu.path() + " is no SMMUv3 but " + iommu.kind() + " and left out");
            } else if (frame.isEmpty()) {
                notes.add(iommu.path() + " has no registers a CPU can reach and is left out");
            } else {
                // silicon that the firmware does not use is there all the same, and dom0 finds it
                // in its place
                String model = settings.models().of(smmu, host.models());
                smmus.add(new Smmu(smmu.path(), frame.get(), model, Map.of()));
            }
        }
        return showing(baseline(host, settings, smmus), smmus);
    }

    private static Map<String, Long> baseline(
            Host host, MachineSettings settings, List<Smmu> smmus) {
        List<String> chosen = smmus.stream().map(Smmu::model).distinct().toList();
        return Baseline.of(settings.baseline(), chosen, host.models());
    }

    private static List<Smmu> showing(Map<String, Long> identification, List<Smmu> smmus) {
        return smmus.stream()
                .map(s -> new Smmu(s.path(), s.frame(), s.model(), identification))
                .toList();
    }

    private static List<AddressRange> said(
            Host host, MachineSettings settings, List<String> notes) {
        if (!settings.ram().isEmpty()) {
            return settings.ram();
        }
        if (!host.tree().memory().isEmpty()) {
            return host.tree().memory();
        }
        notes.add(
                "the host's description says nothing of memory; 4 GiB at 0x100000000 are assumed,"
                        + " unless the configuration has 'ram'");
        return ASSUMED_RAM;
    }
}
