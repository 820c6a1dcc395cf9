package org.vinculum.smmu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;

/// What is answered from the copies, and what never is.
class RecentTranslationsTests {
    private static final int STREAM = 7;
    private static final int NONE = -1;
    private static final int VMID = 70;
    private static final int SHARD = Generation.shard(VMID);
    private static final long PAGE = 0x1234_5000;
    private static final long LEAF = 0x77;

    private final Caches caches = new Caches(CacheSizes.ORDINARY);
    private final RecentTranslations recent = caches.recent();

    @BeforeEach
    void enter() {
        put(caches.generation().of(SHARD, now()));
    }

    private void put(long began) {
        recent.put(STREAM, NONE, PAGE, Access.READ, LEAF, SHARD, began);
    }

    private long now() {
        return caches.generation().ofAll();
    }

    @Test
    void answersForTheWholePage() {
        assertThat(recent.get(STREAM, NONE, PAGE + 0xfff, Access.READ)).isEqualTo(LEAF);
    }

    @Test
    void doesNotAnswerAnotherPageThatSharesTheLine() {
        long conflicting = PAGE + (0x11L << 20);
        for (long page = PAGE + 0x1000; page <= conflicting; page += 0x1000) {
            assertThat(recent.get(STREAM, NONE, page, Access.READ))
                    .isEqualTo(RecentTranslations.MISS);
        }
    }

    @Test
    void doesNotAnswerThatAddressWithOtherUpperBits() {
        assertThat(recent.get(STREAM, NONE, PAGE | 1L << 63, Access.READ))
                .isEqualTo(RecentTranslations.MISS);
    }

    @Test
    void doesNotAnswerAnotherAccess() {
        int other = Access.READ | Access.TRANSLATED;
        assertThat(recent.get(STREAM, NONE, PAGE, Access.WRITE)).isEqualTo(RecentTranslations.MISS);
        assertThat(recent.get(STREAM, NONE, PAGE, other)).isEqualTo(RecentTranslations.MISS);
    }

    @Test
    void doesNotAnswerAnotherStreamOrSubstream() {
        for (int i = 0; i < 1 << 16; i++) {
            assertThat(recent.get(STREAM, i, PAGE, Access.READ)).isEqualTo(RecentTranslations.MISS);
            int stream = STREAM + 1 + i;
            assertThat(recent.get(stream, NONE, PAGE, Access.READ))
                    .isEqualTo(RecentTranslations.MISS);
        }
    }

    @Test
    void forgetsWithAnInvalidationOfItsVmid() {
        caches.asid(VMID, 41);

        assertThat(recent.get(STREAM, NONE, PAGE, Access.READ)).isEqualTo(RecentTranslations.MISS);
    }

    @Test
    void keepsWhatBelongsToAVmidOfAnotherShard() {
        for (int vmid = VMID + 1; vmid < VMID + Generation.SHARDS; vmid++) {
            caches.allOfVmid(vmid);
        }

        assertThat(recent.get(STREAM, NONE, PAGE, Access.READ)).isEqualTo(LEAF);
    }

    @Test
    void forgetsWhatWasCopiedWhileAnInvalidationForAllWasUnderWay() {
        long before = now();
        caches.allConfiguration();
        for (long during = before; during < now(); during++) {
            put(caches.generation().of(SHARD, during));
            assertThat(recent.get(STREAM, NONE, PAGE, Access.READ))
                    .isEqualTo(RecentTranslations.MISS);
        }
        assertThat(now() - before).isGreaterThan(1);
    }

    @Test
    void forgetsWhatWasCopiedWhileAnInvalidationOfItsVmidWasUnderWay() {
        long before = caches.generation().of(SHARD, now());
        caches.virtualAddresses(VMID, 1, 0, 0xfff, true);
        long halfWay = caches.generation().of(SHARD, now());
        put(halfWay);
        caches.complete();

        assertThat(halfWay).isNotEqualTo(before);
        assertThat(recent.get(STREAM, NONE, PAGE, Access.READ)).isEqualTo(RecentTranslations.MISS);
    }
}
