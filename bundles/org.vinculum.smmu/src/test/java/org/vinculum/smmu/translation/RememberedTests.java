package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;

/// Which answers are said to come from what was remembered. Stage 2 of stream 3: VMID 5, 4 KiB granule, 39 bits from level 1.
class RememberedTests {
    private static final int VMID = 5;
    private static final int BYPASSING = 4;
    private static final long PAGE = 0x5_07c7L;
    private static final int PAGES = 512;

    private final Bed bed = new Bed(CacheSizes.ORDINARY);

    @BeforeEach
    void streams() {
        translate(bed);
        bed.stream(BYPASSING, 0x9L);
    }

    private static void translate(Bed bed) {
        bed.stream(3, 0xdL, 0, 0x040d_0059_0000_0005L, 0x10000);
        bed.words(0x10000, 0x11003).words(0x11000, 0x12003);
        for (int page = 0; page < PAGES - 1; page++) {
            bed.words(0x12000 + 8L * page, PAGE);
        }
    }

    private boolean remembered(long address) {
        assertThat(bed.read(3, address)).isNotNegative();
        return bed.outcome.remembered();
    }

    @Test
    void theFirstAnswerIsLookedForAndTheSecondRemembered() {
        assertThat(remembered(0)).isFalse();
        assertThat(remembered(0)).isTrue();
    }

    @Test
    void anotherPageIsLookedForAgain() {
        remembered(0);
        remembered(0);

        assertThat(remembered(0x1000)).isFalse();
    }

    @Test
    void whatIsNoLongerAmongTheLatestIsRememberedAllTheSame() {
        for (long page = 0; page < PAGES - 1; page++) {
            remembered(page << 12);
        }

        for (long page = 0; page < PAGES - 1; page++) {
            assertThat(remembered(page << 12)).as("page %d", page).isTrue();
        }
    }

    @Test
    void whatIsForgottenIsLookedForAgain() {
        remembered(0);
        bed.engine.invalidation().intermediateAddresses(VMID, 0, 0xfff, true);

        assertThat(remembered(0)).isFalse();
    }

    @Test
    void aFaultIsNotRememberedHoweverTheLastAnswerCame() {
        remembered(0);
        remembered(0);

        assertThat(bed.read(3, (PAGES - 1L) << 12)).isEqualTo(Outcome.ABORT);
        assertThat(bed.outcome.remembered()).isFalse();
    }

    @Test
    void aStreamThatIsNotTranslatedIsNeverRemembered() {
        remembered(0);
        remembered(0);

        assertThat(bed.read(BYPASSING, 0x40)).isEqualTo(0x40);
        assertThat(bed.read(BYPASSING, 0x40)).isEqualTo(0x40);
        assertThat(bed.outcome.remembered()).isFalse();
    }

    @Test
    void aTranslationRequestIsNotATranslation() {
        remembered(0);
        remembered(0);

        bed.engine.requestTranslation(3, -1, 0, Access.READ, bed.outcome);

        assertThat(bed.outcome.remembered()).isFalse();
    }

    @Test
    void withoutCachesNothingIsRemembered() {
        Bed forgetful = new Bed(CacheSizes.NONE);
        translate(forgetful);

        for (int time = 0; time < 3; time++) {
            forgetful.read(3, 0);
            assertThat(forgetful.outcome.remembered()).isFalse();
        }
    }
}
