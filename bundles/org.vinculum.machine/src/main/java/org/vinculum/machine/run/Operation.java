package org.vinculum.machine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.Iommu;
import org.vinculum.machine.dom0.Dom0Plan;
import org.vinculum.machine.guests.GuestFolder;
import org.vinculum.machine.guests.Surroundings;
import org.vinculum.machine.guests.Tenants;
import org.vinculum.machine.host.Host;
import org.vinculum.machine.host.MachinePlan;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.news.News;

/// A machine in operation, with its thread and its guests.
final class Operation implements AutoCloseable {
    private static final long PATIENCE_NANOSECONDS = 1_000_000_000L;

    private final Machine machine;
    private final WorkLoop work;
    private final GuestFolder guests;
    private final ModelSwaps models;

    private Operation(Machine machine, WorkLoop work, GuestFolder guests, ModelSwaps models) {
        this.machine = machine;
        this.work = work;
        this.guests = guests;
        this.models = models;
    }

    /// Takes a host into operation.
    ///
    /// @param folder of the guests
    /// @throws MachineRefusedException when the host makes no machine
    static Operation start(
            Path folder, Host host, MachineSettings settings, Parts parts, News news) {
        MachinePlan plan = MachinePlan.of(host, settings);
        if (plan.description().smmus().isEmpty()) {
            throw new MachineRefusedException(
                    List.of(host.file().name() + " describes no SMMUv3 in use."));
        }
        if (!parts.virtualIommus().contains(VirtualIommuDescription.SMMUV3)) {
            throw new MachineRefusedException(List.of("No virtual SMMUv3 is installed."));
        }
        plan.notes().forEach(news::tell);
        Machine machine = parts.hypervisor().start(plan.description());
        WorkLoop work = new WorkLoop(machine, settings.name(), news);
        try {
            Optional<DomainDescription> dom0 =
                    settings.dom0() ? dom0(host, plan, settings, machine, news) : Optional.empty();
            Surroundings around =
                    new Surroundings(
                            host.file(),
                            parts::binder,
                            new Tenants(machine, dom0, news),
                            plan.description().messageFrame().isPresent(),
                            news);
            return new Operation(
                    machine,
                    work,
                    new GuestFolder(folder, around, PATIENCE_NANOSECONDS),
                    new ModelSwaps(machine, smmus(host, plan), settings.models(), news));
        } catch (RuntimeException e) {
            work.close();
            machine.close();
            throw e;
        }
    }

    private static List<Iommu.SmmuV3> smmus(Host host, MachinePlan plan) {
        List<Iommu.SmmuV3> smmus = new ArrayList<>();
        for (MachineDescription.Smmu smmu : plan.description().smmus()) {
            smmus.add((Iommu.SmmuV3) host.platform().iommu(smmu.path()).orElseThrow());
        }
        return smmus;
    }

    private static Optional<DomainDescription> dom0(
            Host host, MachinePlan plan, MachineSettings settings, Machine machine, News news) {
        MachineDescription standing = standing(plan.description(), machine);
        Dom0Plan dom0 = Dom0Plan.of(host, standing, settings.dom0Memory());
        dom0.notes().forEach(news::tell);
        try {
            machine.create(dom0.description());
            return Optional.of(dom0.description());
        } catch (MachineRefusedException e) {
            e.reasons().stream()
                    .distinct()
                    .forEach(reason -> news.warn("there is no dom0: " + reason));
            return Optional.empty();
        }
    }

    // A filter may have chosen.
    private static MachineDescription standing(MachineDescription asked, Machine machine) {
        Map<String, String> models = new HashMap<>();
        machine.models().forEach(place -> models.put(place.smmu(), place.model()));
        List<MachineDescription.Smmu> smmus = new ArrayList<>();
        for (MachineDescription.Smmu smmu : asked.smmus()) {
            smmus.add(
                    new MachineDescription.Smmu(
                            smmu.path(),
                            smmu.frame(),
                            models.getOrDefault(smmu.path(), smmu.model()),
                            smmu.identification()));
        }
        return new MachineDescription(
                smmus,
                asked.ram(),
                asked.shared(),
                asked.messageFrame(),
                asked.budget(),
                asked.policy());
    }

    Machine machine() {
        return machine;
    }

    GuestFolder guests() {
        return guests;
    }

    ModelSwaps models() {
        return models;
    }

    @Override
    public void close() {
        work.close();
        machine.close();
    }
}
