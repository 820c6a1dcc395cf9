package org.vinculum.hypervisor.machine;

import org.vinculum.domain.MachineDescription;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModelFactory;

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
}
