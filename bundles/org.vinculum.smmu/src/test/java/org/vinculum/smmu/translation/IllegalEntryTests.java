package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;

/// What makes an entry or a descriptor ILLEGAL (IHI 0070, 5.2 and 5.4): one change to one that is not.
class IllegalEntryTests {
    private static final int BAD_STE = 0x04;
    private static final int BAD_CD = 0x0a;
    private static final int NO_HTTU = Bed.IDR0 & ~0xc0;

    private final Bed bed = new Bed(CacheSizes.ORDINARY, NO_HTTU, Bed.IDR5);

    /// A word to change and the bits to flip in it.
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0, 0x1, V",
        "1, 0x10000000, EATS full with S2S",
        "2, 0xc00000000000, S2TG reserved",
        "2, 0x0008000000000000, S2AA64 without AArch32",
        "2, 0x0010000000000000, S2ENDI where all is little-endian",
        "2, 0x0080000000000000, S2HD without HTTU",
        "2, 0x0100000000000000, S2HA without HTTU",
        "2, 0xc000000000, S2SL0 too high for S2T0SZ",
        "2, 0x1000000000, S2T0SZ too small for S2SL0",
        "3, 0x0008000000000000, S2TTB above S2PS"
    })
    void aStage2EntryIsIllegal(int word, String flipped, String what) {
        long[] entry = {0xd, 0, 0x060d_0059_0000_0005L, 0x10000};
        entry[word] ^= Long.decode(flipped);

        bed.stream(3, entry);

        assertThat(bed.read(3, 0)).as(what).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(BAD_STE);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0, 0x4800000000000000, S1CDMax above SSIDSIZE",
        "0, 0x0010000000000000, S1ContextPtr above OAS",
        "1, 0x40000000, STRW reserved"
    })
    void aStage1EntryIsIllegal(int word, String flipped, String what) {
        long[] entry = {0x200b, 0x1000_0000_0000L, 0};
        entry[word] ^= Long.decode(flipped);

        bed.stream(4, entry);

        assertThat(bed.read(4, 0)).as(what).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(BAD_STE);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0, 0x80000000, V",
        "0, 0xc0, TG0 reserved",
        "0, 0x12, T0SZ too small",
        "0, 0x28, T0SZ too large",
        "0, 0x8000, ENDI where all is little-endian",
        "0, 0x20000000000, AA64 without AArch32",
        "0, 0x40000000000, HD without HTTU",
        "0, 0x80000000000, HA without HTTU",
        "1, 0x0008000000000000, TTB0 above IPS"
    })
    void aContextDescriptorIsIllegal(int word, String flipped, String what) {
        long[] context = {0x0009_6205_c000_0019L, 0x20000, 0, 0xff};
        context[word] ^= Long.decode(flipped);
        bed.stream(4, 0x200bL, 0x1000_0000_0000L).words(0x2000, context);

        assertThat(bed.read(4, 0)).as(what).isEqualTo(Outcome.ABORT);

        assertThat(bed.event()).isEqualTo(BAD_CD);
    }
}
