package org.vinculum.itests.machines.shown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.MachineDescription;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.itests.machines.ManySmmusGuest;
import org.vinculum.itests.machines.PlainHypervisor;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.machine.dom0.Dom0Plan;
import org.vinculum.machine.host.Host;
import org.vinculum.machine.host.HostTree;
import org.vinculum.machine.host.MachinePlan;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.host.ModelChoice;

/// A machine as `vinculum run` makes it of a host's device tree, with its dom0.
final class Dom0Machine implements AutoCloseable {
    private static final long MEMORY = 256L << 20;

    final MachineDescription description;
    final DomainDescription plan;
    final TestedMachine machine;
    final ManySmmusGuest dom0;

    Dom0Machine(InputFile file) {
        List<IommuModelFactory> models = PlainHypervisor.models();
        TreeCodec codec = new TreeCodec();
        Host host =
                new Host(
                        file,
                        new DeviceTreeFirmwareReader(codec).read(file).platform(),
                        HostTree.of(codec.read(file)),
                        models);
        description = MachinePlan.of(host, settings()).description();
        plan = Dom0Plan.of(host, description, MEMORY).description();
        machine = new TestedMachine(new PlainHypervisor().start(description));
        dom0 =
                new ManySmmusGuest(
                        machine,
                        interrupts ->
                                new DomainDescription(
                                        plan.name(),
                                        plan.ram(),
                                        plan.inPlace(),
                                        plan.windows(),
                                        plan.messageFrame(),
                                        plan.viommus(),
                                        plan.streams(),
                                        plan.direct(),
                                        plan.weight(),
                                        interrupts));
    }

    private static MachineSettings settings() {
        return new MachineSettings(
                "board",
                new ModelChoice(Map.of(), "smmuv3"),
                List.of(),
                Optional.empty(),
                true,
                MEMORY,
                MachineDescription.DEFAULT_BUDGET,
                MachineDescription.DEFAULT_POLICY);
    }

    /// The first stream behind each virtual SMMU that has one, by the virtual SMMU's index.
    Map<Integer, PhysicalStream> streams() {
        Map<Integer, PhysicalStream> streams = new HashMap<>();
        for (DomainDescription.Stream stream : plan.streams()) {
            streams.putIfAbsent(stream.viommu(), stream.physical());
        }
        return streams;
    }

    /// Where the registers of something are, in the order of the SMMUs.
    List<Long> bases() {
        List<Long> bases = new ArrayList<>();
        description.smmus().forEach(smmu -> bases.add(smmu.frame().start().value()));
        return bases;
    }

    @Override
    public void close() {
        machine.close();
    }
}
