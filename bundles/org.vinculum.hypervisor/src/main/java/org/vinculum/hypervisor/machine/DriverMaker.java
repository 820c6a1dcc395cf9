package org.vinculum.hypervisor.machine;

import org.vinculum.domain.MachineDescription;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.hypervisor.host.HostInterrupts;
import org.vinculum.hypervisor.host.SmmuDriver;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;

/// Puts an SMMU into a machine and a driver over it.
@FunctionalInterface
public interface DriverMaker {
    /// @param devices in front of it
    /// @throws IllegalArgumentException when the model cannot be as the description says
    HostDriver make(
            MachineDescription.Smmu smmu,
            IommuModelFactory model,
            MachineMemory memory,
            Endpoints devices);

    /// The driver of an SMMUv3, over a model in the state after reset.
    static HostDriver overModel(
            MachineDescription.Smmu smmu,
            IommuModelFactory model,
            MachineMemory memory,
            Endpoints devices) {
        HostInterrupts interrupts = new HostInterrupts();
        var surroundings = new IommuSurroundings(memory, interrupts, devices);
        return new SmmuDriver(
                smmu.path(),
                model.create(surroundings, smmu.identification()),
                memory,
                memory::allocate,
                interrupts);
    }
}
