package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;

class TranslationCacheTest {
    private static final int BOTH = Access.READ | Access.WRITE;
    private static final long FROM = 0x10_0000;
    private static final long TO = 0x4000_3000L;

    private final TranslationCache cache = new TranslationCache();

    @Test
    void aPageIsKnownOnceItWasKept() {
        assertThat(cache.find(FROM, Access.READ)).isNegative();

        cache.keep(FROM + 8, TO + 8, BOTH);

        assertThat(cache.find(FROM + 0xfff, Access.READ)).isEqualTo(TO + 0xfff);
        assertThat(cache.find(FROM + 0x1000, Access.READ)).isNegative();
        assertThat(cache.find(FROM - 1, Access.READ)).isNegative();
    }

    @Test
    void aPageIsKnownForWhatItAllows() {
        cache.keep(FROM, TO, Access.READ);

        assertThat(cache.find(FROM, Access.READ)).isEqualTo(TO);
        assertThat(cache.find(FROM, Access.WRITE)).isNegative();
    }

    @Test
    void aPageTakesThePlaceOfOneWithTheSameLowBits() {
        cache.keep(FROM, TO, BOTH);
        cache.keep(FROM + 64 * 0x1000, TO + 0x1000, BOTH);

        assertThat(cache.find(FROM, Access.READ)).isNegative();
        assertThat(cache.find(FROM + 64 * 0x1000, Access.READ)).isEqualTo(TO + 0x1000);
    }

    @Test
    void thePagesOfARangeAreForgottenAndNoOthers() {
        for (int i = 0; i < 8; i++) {
            cache.keep(FROM + i * 0x1000, TO, BOTH);
        }

        cache.forget(FROM + 0x2000, 0x2000);

        for (int i = 0; i < 8; i++) {
            assertThat(cache.find(FROM + i * 0x1000, Access.READ) >= 0)
                    .as("page " + i)
                    .isEqualTo(i != 2 && i != 3);
        }
    }

    @Test
    void everythingIsForgottenByASizeOfZero() {
        cache.keep(FROM, TO, BOTH);
        cache.keep(FROM + 0x1000, TO, BOTH);

        cache.forget(0, 0);

        assertThat(cache.find(FROM, Access.READ)).isNegative();
        assertThat(cache.find(FROM + 0x1000, Access.READ)).isNegative();
    }

    @Test
    void clearingForgetsEverythingAgainAndAgain() {
        for (int i = 0; i < 2; i++) {
            cache.keep(FROM, TO, BOTH);

            cache.clear();

            assertThat(cache.find(FROM, Access.READ)).isNegative();
        }
    }

    @Test
    void theHighestPageIsAPageLikeOthers() {
        assertThat(cache.find(-1, Access.READ)).isNegative();
        cache.keep(-1, TO, BOTH);
        assertThat(cache.find(-1, Access.READ)).isEqualTo(TO + 0xfff);

        cache.forget(-0x1000, 0x1000);

        assertThat(cache.find(-1, Access.READ)).isNegative();
    }
}
