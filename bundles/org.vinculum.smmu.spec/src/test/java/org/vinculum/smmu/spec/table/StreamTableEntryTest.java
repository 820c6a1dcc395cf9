package org.vinculum.smmu.spec.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Words;

class StreamTableEntryTest {
    private static final StreamTableEntry NESTED =
            new StreamTableEntry(
                    Words.of(
                            0x5000_0000_8765_402fL,
                            0x000b_d1df_aa08_00d6L,
                            0x053d_b559_0000_beefL,
                            0x0000_0080_1234_500cL,
                            0x0000_0000_0123_0000L,
                            0x0000_0000_4567_8042L,
                            0,
                            0x0000_0000_0000_0050L));

    @Test
    void wordZeroSaysWhereTheContextDescriptorsAre() {
        assertThat(NESTED.valid()).isTrue();
        assertThat(NESTED.get(StreamTableEntry.CONFIG)).isEqualTo(7);
        assertThat(NESTED.get(StreamTableEntry.S1_FMT)).isEqualTo(2);
        assertThat(NESTED.s1ContextPtr()).isEqualTo(0x8765_4000L);
        assertThat(NESTED.get(StreamTableEntry.S1CD_MAX)).isEqualTo(10);
    }

    @Test
    void wordOneSaysHowTheyAreUsedAndWhatIsReplaced() {
        assertThat(NESTED.get(StreamTableEntry.S1DSS)).isEqualTo(2);
        assertThat(NESTED.get(StreamTableEntry.S1CIR)).isEqualTo(1);
        assertThat(NESTED.get(StreamTableEntry.S1COR)).isEqualTo(1);
        assertThat(NESTED.get(StreamTableEntry.S1CSH)).isEqualTo(3);
        assertThat(NESTED.has(StreamTableEntry.MEV)).isTrue();
        assertThat(NESTED.has(StreamTableEntry.S2FWB)).isTrue();
        assertThat(NESTED.has(StreamTableEntry.S1STALLD)).isTrue();
        assertThat(NESTED.get(StreamTableEntry.EATS)).isEqualTo(2);
        assertThat(NESTED.get(StreamTableEntry.STRW)).isEqualTo(2);
        assertThat(NESTED.get(StreamTableEntry.MEM_ATTR)).isEqualTo(0xf);
        assertThat(NESTED.has(StreamTableEntry.MTCFG)).isTrue();
        assertThat(NESTED.get(StreamTableEntry.ALLOCCFG)).isEqualTo(0xe);
        assertThat(NESTED.get(StreamTableEntry.SHCFG)).isEqualTo(1);
        assertThat(NESTED.get(StreamTableEntry.NSCFG)).isEqualTo(3);
        assertThat(NESTED.get(StreamTableEntry.PRIVCFG)).isEqualTo(3);
        assertThat(NESTED.get(StreamTableEntry.INSTCFG)).isEqualTo(2);
    }

    @Test
    void wordsTwoAndThreeAreStageTwo() {
        assertThat(NESTED.get(StreamTableEntry.S2VMID)).isEqualTo(0xbeef);
        assertThat(NESTED.get(StreamTableEntry.S2T0SZ)).isEqualTo(25);
        assertThat(NESTED.get(StreamTableEntry.S2SL0)).isEqualTo(1);
        assertThat(NESTED.get(StreamTableEntry.S2IR0)).isEqualTo(1);
        assertThat(NESTED.get(StreamTableEntry.S2OR0)).isEqualTo(1);
        assertThat(NESTED.get(StreamTableEntry.S2SH0)).isEqualTo(3);
        assertThat(NESTED.get(StreamTableEntry.S2TG)).isEqualTo(2);
        assertThat(NESTED.get(StreamTableEntry.S2PS)).isEqualTo(5);
        assertThat(NESTED.has(StreamTableEntry.S2AA64)).isTrue();
        assertThat(NESTED.has(StreamTableEntry.S2AFFD)).isTrue();
        assertThat(NESTED.has(StreamTableEntry.S2ENDI)).isTrue();
        assertThat(NESTED.has(StreamTableEntry.S2PTW)).isFalse();
        assertThat(NESTED.has(StreamTableEntry.S2HA)).isTrue();
        assertThat(NESTED.has(StreamTableEntry.S2R)).isTrue();
        assertThat(NESTED.has(StreamTableEntry.S2S)).isFalse();
        assertThat(NESTED.has(StreamTableEntry.S2SL0_2)).isTrue();
        assertThat(NESTED.has(StreamTableEntry.S2DS)).isTrue();
        assertThat(NESTED.s2ttb()).isEqualTo(0x80_1234_5000L);
    }

    @Test
    void theOtherWordsArePartitionsAndOverlays() {
        assertThat(NESTED.get(StreamTableEntry.PARTID)).isEqualTo(0x123);
        assertThat(NESTED.get(StreamTableEntry.PMG)).isEqualTo(0x42);
        assertThat(NESTED.vmsPtr()).isEqualTo(0x4567_8000L);
        assertThat(NESTED.get(StreamTableEntry.s2poi(1))).isEqualTo(5);
    }

    @Test
    void aStreamTableEntryHasEightWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StreamTableEntry(Words.of(1, 2)));
    }

    @Test
    void aDescriptorOfTheFirstLevelHasSpanAndPointer() {
        var descriptor = new StreamTableDescriptor(0xff00_0000_8765_4049L);

        assertThat(descriptor.span()).isEqualTo(9);
        assertThat(descriptor.l2Ptr()).isEqualTo(0x8765_4040L);
    }
}
