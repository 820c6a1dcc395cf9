package org.vinculum.hypervisor.guest;

import java.util.List;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.StreamSetting;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.memory.StreamId;

/// The use of a physical SMMU by one virtual IOMMU, or by the streams of a domain that have none.
///
/// Each has a VMID of its own: two virtual IOMMUs of one guest number their address spaces without asking each other.
///
/// @param host confined to it; for one thread at a time
record Tenancy(PhysicalSmmu smmu, int vmid, HostSmmu host) {
    /// Commands that the driver may add of its own to what is worked off.
    private static final int DRIVERS_OWN = 4;

    private static final int BATCH = 64;

    /// Batches after which an SMMU that has not made room is taken for dead; a ring holds no more.
    private static final int PATIENCE = 1 << 14;

    /// Lets the SMMU work on what has been given.
    ///
    /// @param used commands
    /// @return as [PhysicalSmmu#work]
    boolean work(int used) {
        return smmu.work(used + DRIVERS_OWN);
    }

    /// Puts a setting into force behind the guest's back.
    ///
    /// @param patience batches for which to wait for room
    /// @return false when there has been none
    boolean configure(StreamId psid, StreamSetting setting, int patience) {
        for (int i = 0; host.room() < HostSmmu.SETTING_COMMANDS; i++) {
            if (i == patience) {
                return false;
            }
            smmu.driver().awaitModel();
            smmu.work(BATCH);
        }
        host.configure(psid, setting);
        return true;
    }

    /// Puts a setting into force, however long the SMMU is busy with others.
    ///
    /// @throws MachineRefusedException when it takes no commands any more
    void require(StreamId psid, StreamSetting setting) {
        if (!configure(psid, setting, PATIENCE)) {
            throw new MachineRefusedException(
                    List.of(smmu.driver().path() + " takes no commands any more."));
        }
    }

    void invalidateStage2(long ipa, long size) {
        smmu.driver().invalidateStage2(vmid, ipa, size);
    }
}
