package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;

/// A domain's uses of physical SMMUs. Used under the administration's lock.
final class Tenancies {
    private final AddressSpace space;
    private final List<Tenancy> all = new ArrayList<>();

    Tenancies(AddressSpace space) {
        this.space = space;
    }

    /// Begins to use an SMMU.
    ///
    /// @throws MachineRefusedException when it cannot walk the domain's tables, or has no VMID left
    Tenancy open(PhysicalSmmu smmu) {
        List<String> lacking = space.lacking(smmu);
        if (!lacking.isEmpty()) {
            throw new MachineRefusedException(lacking);
        }
        int vmid = smmu.vmids().allocate();
        Tenancy tenancy = new Tenancy(smmu, vmid, smmu.driver().admit(space.named(vmid)));
        all.add(tenancy);
        space.walkedBy(tenancy);
        return tenancy;
    }

    /// Ends a use of which no stream is left.
    void close(Tenancy tenancy) {
        all.remove(tenancy);
        space.forgottenBy(tenancy);
        tenancy.smmu().driver().forget(tenancy.vmid());
        tenancy.smmu().vmids().forgotten(tenancy.vmid());
    }

    void closeAll() {
        List.copyOf(all).forEach(this::close);
    }
}
