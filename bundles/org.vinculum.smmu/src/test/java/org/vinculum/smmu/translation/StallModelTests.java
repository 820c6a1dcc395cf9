package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;

/// Who may stall (IHI 0070, 5.2 S1STALLD and S2S, 5.4 S): IDR0.STALL_MODEL 0 lets software choose, 1 never stalls, 2 always
/// does.
class StallModelTests {
    private static final long CONTEXT = 0x0009_6205_c000_0019L;

    private static Bed bed(int model) {
        return new Bed(CacheSizes.ORDINARY, Bed.IDR0 | model << 24, Bed.IDR5);
    }

    @ParameterizedTest(name = "model {0}, S {1}, S1STALLD {2}: event {3}")
    @CsvSource({
        "0, 0, 0, 0x10, false", "0, 1, 0, 0x10, true", "0, 0, 1, 0x10, false",
        "0, 1, 1, 0x0a, false", "1, 0, 0, 0x10, false", "1, 1, 0, 0x0a, false",
        "1, 0, 1, 0x04, false", "2, 1, 0, 0x10, true", "2, 0, 0, 0x0a, false",
        "2, 1, 1, 0x04, false"
    })
    void stage1StallsWhereItMay(int model, long s, long disabled, String event, boolean stalls) {
        Bed bed = bed(model);
        bed.stream(4, 0x200b, 1L << 44 | disabled << 27);
        bed.words(0x2000, CONTEXT | s << 44, 0x20000, 0, 0xff);

        assertThat(bed.read(4, 0)).isEqualTo(stalls ? Outcome.STALLED : Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(Integer.decode(event));
    }

    @ParameterizedTest(name = "model {0}, S2S {1}: event {2}")
    @CsvSource({
        "0, 0, 16, false",
        "0, 1, 16, true",
        "1, 0, 16, false",
        "1, 1, 4, false",
        "2, 0, 4, false",
        "2, 1, 16, true"
    })
    void stage2StallsWhereItMay(int model, long s2s, int event, boolean stalls) {
        Bed bed = bed(model);
        bed.stream(3, 0xd, 1L << 44, 0x040d_0059_0000_0005L | s2s << 57, 0x10000);

        assertThat(bed.read(3, 0)).isEqualTo(stalls ? Outcome.STALLED : Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(event);
    }
}
