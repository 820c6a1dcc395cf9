package org.vinculum.hypervisor.stage2;

import java.util.BitSet;
import java.util.List;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.smmu.spec.register.Idr0;

/// The VMIDs of one physical SMMU (IHI 0070, 3.17): who has one has it alone. 0 is nobody's, for it is what entries without
/// stage 2 say. Safe for use by several threads.
public final class Vmids {
    private static final int NARROW = 8;
    private static final int WIDE = 16;

    private final String path;
    private final int count;
    private final BitSet taken = new BitSet();
    private int next = 1;

    /// @param path of the SMMU, for who is refused
    /// @param idr0 says by VMID16 how many there are
    public Vmids(String path, Idr0 idr0) {
        this.path = path;
        this.count = 1 << (Idr0.VMID16.isSet(idr0.value()) ? WIDE : NARROW);
        taken.set(0);
    }

    /// Takes a free one, in turn, so that it is long before one is used again.
    ///
    /// @throws MachineRefusedException when there is none
    public synchronized int allocate() {
        int vmid = taken.nextClearBit(next);
        if (vmid >= count) {
            vmid = taken.nextClearBit(0);
        }
        if (vmid >= count) {
            String reason = "All " + (count - 1) + " VMIDs of " + path + " are taken.";
            throw new MachineRefusedException(List.of(reason));
        }
        taken.set(vmid);
        next = vmid + 1;
        return vmid;
    }

    /// Gives one back. The SMMU must have forgotten everything of it by then: configurations, translations, and the entries
    /// that name it.
    ///
    /// @throws IllegalArgumentException when it is not taken
    public synchronized void forgotten(int vmid) {
        if (vmid <= 0 || !taken.get(vmid)) {
            throw new IllegalArgumentException("not taken: VMID " + vmid + " of " + path);
        }
        taken.clear(vmid);
    }
}
