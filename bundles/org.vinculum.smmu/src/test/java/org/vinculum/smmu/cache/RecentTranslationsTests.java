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
    private static final long PAGE = 0x1234_5000;
    private static final long LEAF = 0x77;

    private final Caches caches = new Caches(CacheSizes.ORDINARY);
    private final RecentTranslations recent = caches.recent();

    @BeforeEach
    void enter() {
        recent.put(STREAM, NONE, PAGE, Access.READ, LEAF, now());
    }

    private long now() {
        return caches.generation().current();
    }

    @Test
    void answersForTheWholePage() {
        assertThat(recent.get(STREAM, NONE, PAGE + 0xfff, Access.READ, now())).isEqualTo(LEAF);
    }

    @Test
    void doesNotAnswerAnotherPageThatSharesTheLine() {
        long conflicting = PAGE + (0x11L << 20);
        for (long page = PAGE + 0x1000; page <= conflicting; page += 0x1000) {
            assertThat(recent.get(STREAM, NONE, page, Access.READ, now()))
                    .isEqualTo(RecentTranslations.MISS);
        }
    }

    @Test
    void doesNotAnswerThatAddressWithOtherUpperBits() {
        assertThat(recent.get(STREAM, NONE, PAGE | 1L << 63, Access.READ, now()))
                .isEqualTo(RecentTranslations.MISS);
    }

    @Test
    void doesNotAnswerAnotherAccess() {
        int other = Access.READ | Access.TRANSLATED;
        assertThat(recent.get(STREAM, NONE, PAGE, Access.WRITE, now()))
                .isEqualTo(RecentTranslations.MISS);
        assertThat(recent.get(STREAM, NONE, PAGE, other, now())).isEqualTo(RecentTranslations.MISS);
    }

    @Test
    void doesNotAnswerAnotherStreamOrSubstream() {
        for (int i = 0; i < 1 << 16; i++) {
            assertThat(recent.get(STREAM, i, PAGE, Access.READ, now()))
                    .isEqualTo(RecentTranslations.MISS);
            int stream = STREAM + 1 + i;
            assertThat(recent.get(stream, NONE, PAGE, Access.READ, now()))
                    .isEqualTo(RecentTranslations.MISS);
        }
    }

    @Test
    void forgetsWithAnyInvalidation() {
        caches.asid(40, 41);

        assertThat(recent.get(STREAM, NONE, PAGE, Access.READ, now()))
                .isEqualTo(RecentTranslations.MISS);
    }

    @Test
    void forgetsWhatWasCopiedWhileAnInvalidationWasUnderWay() {
        long before = now();
        caches.allConfiguration();
        for (long during = before; during < now(); during++) {
            recent.put(STREAM, NONE, PAGE, Access.READ, LEAF, during);
            assertThat(recent.get(STREAM, NONE, PAGE, Access.READ, now()))
                    .isEqualTo(RecentTranslations.MISS);
        }
        assertThat(now() - before).isGreaterThan(1);
    }
}
