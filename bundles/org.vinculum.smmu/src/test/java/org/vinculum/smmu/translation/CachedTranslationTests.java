package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.cache.Invalidation;

/// What is remembered stays until it is invalidated, and not a moment longer. Stage 2 of stream 3: VMID 5, 4 KiB granule, 39
/// bits from level 1; stage 1 of stream 4: VMID 5, ASID 9, the same sizes.
class CachedTranslationTests {
    private static final int VMID = 5;
    private static final int ASID = 9;
    private static final long PAGE_1 = 0x5_07c7L;
    private static final long PAGE_2 = 0x6_07c7L;
    private static final long LAST = 0x12000;

    private final Bed bed = new Bed(CacheSizes.ORDINARY);
    private final Invalidation caches = bed.engine.invalidation();

    @BeforeEach
    void twoStreams() {
        bed.stream(3, 0xdL, 0, 0x040d_0059_0000_0005L, 0x10000);
        bed.words(0x10000, 0x11003).words(0x11000, LAST | 3).words(LAST, PAGE_1, PAGE_1);
        bed.stream(4, 0x200bL, 0x1000_0000_0000L, VMID);
        bed.words(0x2000, 0x0009_6205_c000_0019L, 0x20000, 0, 0xffL);
        bed.words(0x20000, 0x21003).words(0x21000, 0x22003).words(0x22000, PAGE_1, PAGE_1);
    }

    @Test
    void aRemovedMappingIsUsedUntilItIsInvalidated() {
        assertThat(bed.read(3, 0x10)).isEqualTo(0x50010);
        bed.words(LAST, 0);
        assertThat(bed.read(3, 0x10)).isEqualTo(0x50010);

        caches.intermediateAddresses(VMID, 0, 0xfff, true);

        assertThat(bed.read(3, 0x10)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(0x10);
    }

    @Test
    void anInvalidationOfOnePageLeavesItsNeighbour() {
        bed.read(3, 0x0);
        bed.read(3, 0x1000);
        bed.words(LAST, 0, 0);

        caches.intermediateAddresses(VMID, 0x1000, 0x1fff, false);

        assertThat(bed.read(3, 0x0)).isEqualTo(0x50000);
        assertThat(bed.read(3, 0x1000)).isEqualTo(Outcome.ABORT);
    }

    @Test
    void aLastLevelTableIsRememberedByALeafInvalidationAndForgottenByAFullOne() {
        bed.read(4, 0x0);
        bed.words(0x23000, PAGE_2).words(0x21000, 0x23003);

        caches.virtualAddresses(VMID, ASID, 0, 0xfff, true);
        assertThat(bed.read(4, 0x0)).isEqualTo(0x50000);

        caches.virtualAddresses(VMID, ASID, 0, 0xfff, false);
        assertThat(bed.read(4, 0x0)).isEqualTo(0x60000);
    }

    @Test
    void anotherVmidsInvalidationChangesNothing() {
        bed.read(4, 0x0);
        bed.words(0x22000, PAGE_2);

        caches.stage1OfVmid(VMID + 1);
        assertThat(bed.read(4, 0x0)).isEqualTo(0x50000);

        caches.stage1OfVmid(VMID);
        assertThat(bed.read(4, 0x0)).isEqualTo(0x60000);
    }

    @Test
    void anAsidIsForgottenAsAWhole() {
        bed.read(4, 0x0);
        bed.read(4, 0x1000);
        bed.words(0x22000, PAGE_2, PAGE_2);

        caches.asid(VMID, ASID);

        assertThat(bed.read(4, 0x0)).isEqualTo(0x60000);
        assertThat(bed.read(4, 0x1000)).isEqualTo(0x60000);
    }

    @Test
    void aBlockIsForgottenByAnyAddressInIt() {
        bed.words(0x21000, 0x7c5);
        assertThat(bed.read(4, 0x1_2345)).isEqualTo(0x1_2345);
        bed.words(0x21000, 0);

        caches.virtualAddresses(VMID, ASID, 0x1f_f000, 0x1f_ffff, true);

        assertThat(bed.read(4, 0x1_2345)).isEqualTo(Outcome.ABORT);
    }

    @Test
    void aConfigurationIsUsedUntilItIsInvalidated() {
        bed.read(4, 0x0);
        bed.stream(4, 0);
        assertThat(bed.read(4, 0x0)).isEqualTo(0x50000);

        caches.configurationOfStreams(4, 1, true);

        assertThat(bed.read(4, 0x0)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(0x04);
    }

    @Test
    void withoutCachesARemovedMappingIsGoneAtOnce() {
        Bed forgetful = new Bed(CacheSizes.NONE);
        forgetful.stream(3, 0xdL, 0, 0x040d_0059_0000_0005L, 0x10000);
        forgetful.words(0x10000, 0x11003).words(0x11000, LAST | 3).words(LAST, PAGE_1);
        assertThat(forgetful.read(3, 0x0)).isEqualTo(0x50000);

        forgetful.words(LAST, 0);

        assertThat(forgetful.read(3, 0x0)).isEqualTo(Outcome.ABORT);
    }
}
