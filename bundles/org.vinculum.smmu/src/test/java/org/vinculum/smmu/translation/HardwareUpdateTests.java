package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;

/// Access flags and dirty state that the SMMU keeps itself (IHI 0070, 3.13). One page, 4 KiB granule, 39 bits.
class HardwareUpdateTests {
    private static final long HA = 1L << 43;
    private static final long HD = 1L << 42;
    private static final long DBM = 1L << 51;
    private static final long READ_ONLY = 1L << 7;
    private static final long ACCESSED = 1L << 10;
    private static final long PAGE = 0x5_0343L;

    private final Bed bed = new Bed(CacheSizes.ORDINARY);

    private void page(long context, long descriptor) {
        bed.stream(4, 0x200bL, 0x1000_0000_0000L);
        bed.words(0x2000, 0x0009_6205_c000_0019L | context, 0x20000, 0, 0xff);
        bed.words(0x20000, 0x21003).words(0x21000, 0x22003).words(0x22000, descriptor);
    }

    @Test
    void aReadSetsTheAccessFlag() {
        page(HA, PAGE);

        assertThat(bed.read(4, 0)).isEqualTo(0x50000);

        assertThat(bed.ram.getLong(0x22000)).isEqualTo(PAGE | ACCESSED);
    }

    @Test
    void withoutTheUpdateItIsAFault() {
        page(0, PAGE);

        assertThat(bed.read(4, 0)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(0x12);
    }

    @Test
    void aWriteMakesAManagedPageDirtyThoughAReadHasCachedItClean() {
        page(HA | HD, PAGE | DBM | READ_ONLY);
        assertThat(bed.read(4, 0)).isEqualTo(0x50000);
        assertThat(bed.ram.getLong(0x22000)).isEqualTo(PAGE | DBM | READ_ONLY | ACCESSED);

        assertThat(bed.write(4, 0)).isEqualTo(0x50000);

        assertThat(bed.ram.getLong(0x22000)).isEqualTo(PAGE | DBM | ACCESSED);
    }

    @Test
    void aPageThatIsNotManagedStaysReadOnly() {
        page(HA | HD, PAGE | READ_ONLY);

        assertThat(bed.write(4, 0)).isEqualTo(Outcome.ABORT);

        assertThat(bed.event()).isEqualTo(0x13);
        assertThat(bed.ram.getLong(0x22000)).isEqualTo(PAGE | READ_ONLY);
    }
}
