package org.vinculum.hypervisor.machine;

import org.vinculum.domain.MachineDescription;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.hypervisor.host.HostInterrupts;
import org.vinculum.hypervisor.host.SmmuDriver;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapSettings;
import org.vinculum.swap.SwappableModel;

/// Puts an SMMU into a machine and a driver over it.
@FunctionalInterface
public interface DriverMaker {
    /// @param first model that stands there
    /// @param settings how long another one may take to follow it
    /// @param devices in front of it
    /// @throws IllegalArgumentException when the model cannot be as the description says
    HostDriver make(
            MachineDescription.Smmu smmu,
            Contender first,
            SwapSettings settings,
            MachineMemory memory,
            Endpoints devices);

    /// The driver of an SMMUv3, over a model in the state after reset, which others may follow.
    static HostDriver overModel(
            MachineDescription.Smmu smmu,
            Contender first,
            SwapSettings settings,
            MachineMemory memory,
            Endpoints devices) {
        HostInterrupts interrupts = new HostInterrupts();
        var surroundings = new IommuSurroundings(memory, interrupts, devices);
        return new SmmuDriver(
                smmu.path(),
                new SwappableModel(
                        smmu.path(), first, surroundings, smmu.identification(), settings),
                settings,
                memory,
                memory::allocate,
                interrupts);
    }
}
