package org.vinculum.smmu.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.vinculum.smmu.table.Stage1;
import org.vinculum.smmu.table.Stage2;
import org.vinculum.smmu.table.StreamWorld;

/// All spaces in use, found by VMID. Few are added and many invalidations look for them, so lists are replaced as a whole and
/// read without a lock: an invalidation counts itself before it looks, and what it does not see yet is refused by the caches.
final class Spaces {
    /// A guest can make spaces at will, by writing other descriptors again and again; beyond so many all are forgotten.
    static final int LIMIT = 4096;

    private static final int BUCKETS = 256;
    private static final AddressSpace[] NONE = {};

    private final Tags tags = new Tags();
    private final AtomicReferenceArray<AddressSpace[]> byVmid = new AtomicReferenceArray<>(BUCKETS);
    private final List<AddressSpace> all = new ArrayList<>();
    private final List<Stage2Space> stage2 = new ArrayList<>();

    Spaces() {
        forgetVmids();
    }

    private void forgetVmids() {
        for (int i = 0; i < BUCKETS; i++) {
            byVmid.set(i, NONE);
        }
    }

    private static int bucket(int vmid) {
        return vmid & BUCKETS - 1;
    }

    synchronized boolean full() {
        return all.size() >= LIMIT || stage2.size() >= LIMIT;
    }

    synchronized Stage2Space stage2(Stage2 stage) {
        for (Stage2Space space : stage2) {
            if (space.stage().equals(stage)) {
                return space;
            }
        }
        Stage2Space space = new Stage2Space(stage, tags);
        stage2.add(space);
        return space;
    }

    synchronized AddressSpace of(Stage1 first, Stage2Space second, int vmid, int incoming) {
        AddressSpace[] bucket = candidates(vmid);
        for (AddressSpace space : bucket) {
            if (space.matches(first, second, vmid, incoming)) {
                return space;
            }
        }
        AddressSpace space = new AddressSpace(first, second, vmid, incoming, tags);
        AddressSpace[] longer = Arrays.copyOf(bucket, bucket.length + 1);
        longer[bucket.length] = space;
        byVmid.set(bucket(vmid), longer);
        all.add(space);
        return space;
    }

    /// Those that may have a VMID; others may be among them.
    AddressSpace[] candidates(int vmid) {
        return byVmid.get(bucket(vmid));
    }

    /// Makes all but those of EL2 forget.
    synchronized void forgetEl1() {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).world() == StreamWorld.EL1) {
                all.get(i).forget();
            }
        }
        for (int i = 0; i < stage2.size(); i++) {
            stage2.get(i).forget();
        }
    }

    synchronized List<Stage2Space> stage2OfVmid(int vmid) {
        List<Stage2Space> found = new ArrayList<>();
        for (Stage2Space space : stage2) {
            if (space.stage().vmid() == vmid) {
                found.add(space);
            }
        }
        return found;
    }

    synchronized void clear() {
        forgetVmids();
        stage2.clear();
        all.clear();
    }
}
