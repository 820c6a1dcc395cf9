package org.vinculum.smmu.cache;

import org.vinculum.smmu.table.Stage1;
import org.vinculum.smmu.table.StreamWorld;

/// The addresses that devices use with one configuration, and what is cached of their translation.
///
/// Streams and substreams whose configuration is equal in everything that matters share one. Where software has given
/// different tables the same VMID and ASID, there are two, so that neither can reach what only the other maps.
public final class AddressSpace extends CachedSpace {
    private final Stage1 stage1;
    private final Stage2Space stage2;
    private final int vmid;
    private final int incoming;

    AddressSpace(Stage1 stage1, Stage2Space stage2, int vmid, int incoming, Tags tags) {
        super(vmid, tags);
        this.stage1 = stage1;
        this.stage2 = stage2;
        this.vmid = vmid;
        this.incoming = incoming;
    }

    /// Null when stage 1 does not translate.
    public Stage1 stage1() {
        return stage1;
    }

    /// Null when stage 2 does not translate.
    public Stage2Space stage2() {
        return stage2;
    }

    StreamWorld world() {
        return stage1 == null ? StreamWorld.EL1 : stage1.world();
    }

    int vmid() {
        return vmid;
    }

    /// Whether an address, as the device uses it, has a top byte that means nothing.
    public long effective(long address) {
        return stage1 == null ? address : stage1.effective(address);
    }

    boolean matches(Stage1 first, Stage2Space second, int tag, int attributes) {
        return stage2 == second
                && vmid == tag
                && incoming == attributes
                && (stage1 == null ? first == null : stage1.equals(first));
    }
}
