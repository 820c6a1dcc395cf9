package org.vinculum.smmu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;

/// Which VMIDs' latest translations go with each kind of invalidation: those it must reach and those that share their count,
/// and no others.
class InvalidationReachTests {
    private static final int VMID = 5;
    private static final int SHARING = VMID + Generation.SHARDS;
    private static final int OTHER = 6;
    private static final int EL2 = -1;
    private static final int SHARING_WITH_EL2 = Generation.SHARDS - 1;
    private static final List<Integer> VMIDS = List.of(VMID, SHARING, OTHER, EL2, SHARING_WITH_EL2);

    private static final List<Integer> OF_VMID = List.of(VMID, SHARING);
    private static final List<Integer> OF_EL2 = List.of(EL2, SHARING_WITH_EL2);

    private static final int ASID = 9;
    private static final long ADDRESS = 0x5000;
    private static final long LEAF = 0x77;

    private final Caches caches = new Caches(CacheSizes.ORDINARY);

    private enum Kind {
        CFGI_STE(VMIDS, to -> to.configurationOfStreams(1, 1, true)),
        CFGI_STE_RANGE(VMIDS, to -> to.configurationOfStreams(0, 4, false)),
        CFGI_ALL(VMIDS, Caches::allConfiguration),
        CFGI_CD(VMIDS, to -> to.configurationOfSubstream(1, 0, true)),
        CFGI_CD_ALL(VMIDS, to -> to.configurationOfSubstreams(1)),
        TLBI_NSNH_ALL(VMIDS, Caches::allNonHyp),
        TLBI_EL2_ALL(OF_EL2, Caches::allEl2),
        TLBI_EL2_ASID(OF_EL2, to -> to.asid(EL2, ASID)),
        TLBI_EL2_VA(OF_EL2, to -> to.virtualAddresses(EL2, ASID, ADDRESS, ADDRESS, true)),
        TLBI_NH_ALL(OF_VMID, to -> to.stage1OfVmid(VMID)),
        TLBI_S12_VMALL(OF_VMID, to -> to.allOfVmid(VMID)),
        TLBI_NH_ASID(OF_VMID, to -> to.asid(VMID, ASID)),
        TLBI_NH_VA(OF_VMID, to -> to.virtualAddresses(VMID, ASID, ADDRESS, ADDRESS, true)),
        TLBI_NH_VAA(OF_VMID, to -> to.virtualAddresses(VMID, -1, ADDRESS, ADDRESS, false)),
        TLBI_S2_IPA(OF_VMID, to -> to.intermediateAddresses(VMID, ADDRESS, ADDRESS, true));

        private final List<Integer> reached;
        private final Consumer<Caches> invalidation;

        Kind(List<Integer> reached, Consumer<Caches> invalidation) {
            this.reached = reached;
            this.invalidation = invalidation;
        }
    }

    @BeforeEach
    void enter() {
        long ofAll = caches.generation().ofAll();
        for (int vmid : VMIDS) {
            int shard = Generation.shard(vmid);
            long began = caches.generation().of(shard, ofAll);
            caches.recent().put(stream(vmid), -1, ADDRESS, Access.READ, LEAF, shard, began);
        }
    }

    private static int stream(int vmid) {
        return vmid + 2;
    }

    private List<Integer> forgotten() {
        List<Integer> gone = new ArrayList<>();
        for (int vmid : VMIDS) {
            long found = caches.recent().get(stream(vmid), -1, ADDRESS, Access.READ);
            if (found != LEAF) {
                gone.add(vmid);
            }
        }
        return gone;
    }

    @ParameterizedTest
    @EnumSource
    void goesAsFarAsItMustAndNoFurther(Kind kind) {
        assertThat(forgotten()).isEmpty();

        kind.invalidation.accept(caches);
        caches.complete();

        assertThat(forgotten()).containsExactlyInAnyOrderElementsOf(kind.reached);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsUnderWayAfterwards(Kind kind) {
        kind.invalidation.accept(caches);
        kind.invalidation.accept(caches);
        caches.complete();

        Generation generation = caches.generation();
        for (int vmid : VMIDS) {
            int shard = Generation.shard(vmid);
            assertThat(generation.admits(shard, generation.of(shard, generation.ofAll()))).isTrue();
        }
    }
}
