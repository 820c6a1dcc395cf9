package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.smmu.control.Control;

/// Memory types and shareability of outputs (IHI 0070, 13.1 to 13.4), in hexadecimal: a MAIR byte in bits 7:0, in bits 9:8 the
/// shareability, 0 none, 2 outer, 3 inner. Stage 2 is given as MemAttr, binary.
class AttributeTests {
    private static final long STAGE_2_TYPE = 0x33c;
    private static final long FWB = 1L << 25;

    private final NestedBed nested = new NestedBed();
    private final Bed bed = nested.bed;

    private void pages(String mair, int share1, String memAttr, int share2) {
        nested.context(NestedBed.CONTEXT, Integer.parseInt(mair, 16));
        long first = NestedBed.STAGE_1_PAGE & ~0x300 | share1 << 8;
        long second = NestedBed.STAGE_2_PAGE & ~STAGE_2_TYPE;
        nested.stage1(0, NestedBed.IPA | first);
        nested.stage2(
                NestedBed.IPA,
                NestedBed.PA | second | Long.parseLong(memAttr, 2) << 2 | share2 << 8);
    }

    private String attributes(long address) {
        assertThat(bed.read(NestedBed.STREAM, address)).isNotNegative();
        return Integer.toHexString(bed.outcome.attributes());
    }

    /// 13.1.5 and its examples, 13.1.7, 13.4.3.
    @ParameterizedTest(name = "{0} SH {1} with {2} SH {3} is {4}")
    @CsvSource({
        // the examples of 13.1.5.1
        "4f, 3, 0001, 3, 204",
        "04, 0, 0000, 0, 200",
        "4f, 3, 1010, 2, 24b",
        // memory types: the weaker
        "ff, 3, 1111, 3, 3ff",
        "ff, 3, 1010, 3, 3bb",
        "ff, 3, 0101, 3, 244",
        "bb, 3, 1111, 3, 3bb",
        "44, 3, 1111, 3, 244",
        "ff, 3, 1101, 3, 3f4",
        "ff, 3, 0111, 3, 34f",
        "0c, 3, 1111, 3, 20c",
        "ff, 3, 0011, 3, 20c",
        "0c, 3, 0010, 3, 208",
        "04, 3, 0011, 3, 204",
        // hints are those of stage 1
        "ee, 3, 1111, 3, 3ee",
        "dd, 3, 1010, 3, 399",
        "77, 3, 1111, 3, 377",
        "77, 3, 1010, 3, 333",
        "cc, 3, 1010, 3, 388",
        // shareability: the wider
        "ff, 0, 1111, 0, ff",
        "ff, 0, 1111, 3, 3ff",
        "ff, 3, 1111, 0, 3ff",
        "ff, 2, 1111, 3, 2ff",
        "ff, 3, 1111, 2, 2ff"
    })
    void stage2WeakensWhatStage1Says(
            String mair, int share1, String memAttr, int share2, String expected) {
        pages(mair, share1, memAttr, share2);

        assertThat(attributes(0)).isEqualTo(expected);
    }

    /// 13.1.6 and 3.23; FEAT_S2FWB, stage 2 memory types.
    @ParameterizedTest(name = "{0} with forced {1} is {2}")
    @CsvSource({
        // as stage 1
        "ff, 0111, 3ff",
        "4f, 0111, 34f",
        "44, 0111, 244",
        "08, 0111, 208",
        "bb, 1111, 3bb",
        // write-back, with the hints of stage 1 if it has any
        "ff, 0110, 3ff",
        "bb, 0110, 3ff",
        "ee, 0110, 3ee",
        "77, 0110, 377",
        "99, 0110, 3dd",
        "4e, 0110, 3fe",
        "44, 0110, 2ff",
        "04, 0110, 2ff",
        "bb, 1110, 3ff",
        // non-cacheable, unless it is device memory
        "ff, 0101, 244",
        "44, 0101, 244",
        "08, 0101, 208",
        // device memory
        "ff, 0000, 200",
        "ff, 0010, 208",
        "04, 0011, 204",
        "0c, 0001, 204"
    })
    void stage2ForcesWhatStage1Says(String mair, String memAttr, String expected) {
        nested.entry(NestedBed.BOTH, FWB);
        pages(mair, 3, memAttr, 3);

        assertThat(attributes(0)).isEqualTo(expected);
    }

    /// 13.4.2: of what the transaction brings only allocation hints are left.
    @ParameterizedTest(name = "{0}, allocation {1}: {2}")
    @CsvSource({
        "ff, 0111, 3ff",
        "ff, 1110, 3ff",
        "ff, 1100, 3ee",
        "ee, 1010, 3cc",
        "ff, 1111, 377",
        "77, 1110, 377",
        "44, 1100, 244",
        "04, 1100, 204",
        "4f, 1100, 34e"
    })
    void hintsOfTheTransactionWeakenThoseOfStage1(String mair, String allocation, String expected) {
        nested.entry(NestedBed.ONLY_1, Long.parseLong(allocation, 2) << 37);
        pages(mair, 3, "1111", 3);

        assertThat(attributes(0)).isEqualTo(expected);
    }

    @Test
    void aTransactionThatIsNotCacheableHasNoHints() {
        nested.entry(NestedBed.ONLY_1, 0x15L << 32 | 8L << 37);
        pages("ee", 3, "1111", 3);

        assertThat(attributes(0)).isEqualTo("3ee");
    }

    /// 13.1.3, 13.1.4 and 13.1.7: MTCFG with MemAttr, `-` for none; ALLOCCFG; SHCFG.
    @ParameterizedTest(name = "type {0}, allocation {1}, SH {2}: {3}")
    @CsvSource({
        "-, 0000, 1, ff",
        "-, 0000, 0, ff",
        "-, 0000, 2, 2ff",
        "-, 0000, 3, 3ff",
        "0000, 0000, 1, 200",
        "0001, 0000, 3, 204",
        "0011, 1110, 0, 20c",
        "0101, 0000, 3, 244",
        "0101, 1110, 3, 244",
        "1010, 0000, 3, 3bb",
        "1111, 0000, 1, ff",
        "1101, 0000, 3, 3f4",
        "1101, 1100, 3, 3e4",
        "-, 1000, 1, cc",
        "-, 1001, 1, cc",
        "-, 1100, 1, ee",
        "-, 1010, 1, dd",
        "-, 1111, 1, 77",
        "1010, 1101, 1, 22",
        "-, 0111, 1, ff"
    })
    void whatIsNotTranslatedHasItsOverrides(
            String type, String allocation, int share, String expected) {
        boolean given = !type.equals("-");
        long memAttr = given ? Long.parseLong(type, 2) | 1 << 4 : 0;
        long hints = Long.parseLong(allocation, 2);
        bed.stream(
                NestedBed.STREAM,
                NestedBed.BYPASS,
                memAttr << 32 | hints << 37 | (long) share << 44);
        assertThat(attributes(0x123)).as("STE").isEqualTo(expected);

        int gbpa = (int) (memAttr | hints << 8 | share << 12);
        bed.control.set(new Control(false, false, false, true, false, 0, 0, 0, gbpa));
        assertThat(attributes(0x123)).as("GBPA").isEqualTo(expected);
    }

    @Test
    void withStage2AloneOverridesComeFirst() {
        pages("ff", 3, "1010", 0);
        nested.entry(0xd, 0x1fL << 32 | 0xcL << 37 | 3L << 44);
        bed.words(Bed.STREAMS + 64L * NestedBed.STREAM + 8, 0x1fL << 32 | 0xcL << 37 | 3L << 44);

        assertThat(attributes(NestedBed.IPA)).isEqualTo("3aa");
    }

    /// Two streams may differ in nothing else.
    @Test
    void overridesOfOneStreamAreNotThoseOfAnotherWithTheSameTables() {
        var cached = new NestedBed(new CacheSizes(64, 64, 64, 64));
        cached.entry(0xd, 0);
        cached.bed.stream(6, 0xd, 0x15L << 32 | 3L << 44, 0x040d_0059_0000_0005L, 0x10000, 0, 0);

        for (int round = 0; round < 3; round++) {
            cached.bed.read(NestedBed.STREAM, NestedBed.IPA);
            assertThat(cached.bed.outcome.attributes()).isEqualTo(0x3ff);
            cached.bed.read(6, NestedBed.IPA);
            assertThat(cached.bed.outcome.attributes()).isEqualTo(0x244);
        }
    }
}
